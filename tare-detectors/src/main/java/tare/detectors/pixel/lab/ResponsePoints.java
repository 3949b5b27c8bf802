package tare.detectors.pixel.lab;

import java.util.Arrays;

/// The points of one pixel that take part in a fit: those with a response, with their errors.
final class ResponsePoints {
    private final double[] vcal;
    private final double[] adc;
    private final double[] errorAdc;

    private ResponsePoints(double[] vcal, double[] adc, double[] errorAdc) {
        this.vcal = vcal;
        this.adc = adc;
        this.errorAdc = errorAdc;
    }

    /// Points above 0 ADC.
    ///
    /// @param vcalLow ascending, in steps of the low range
    static ResponsePoints of(double[] vcalLow, double[] meanAdc, FitRules rules) {
        double[] vcal = new double[vcalLow.length];
        double[] adc = new double[vcalLow.length];
        double[] errorAdc = new double[vcalLow.length];
        int n = 0;
        for (int i = 0; i < vcalLow.length; i++) {
            // A NaN is kept, so that it is refused and not overlooked.
            if (meanAdc[i] <= 0) continue;
            vcal[n] = vcalLow[i] + rules.vcalShift();
            adc[n] = meanAdc[i];
            errorAdc[n++] = rules.weighting().errorAdc(meanAdc[i]);
        }
        return new ResponsePoints(
                Arrays.copyOf(vcal, n), Arrays.copyOf(adc, n), Arrays.copyOf(errorAdc, n));
    }

    int size() {
        return adc.length;
    }

    double vcal(int i) {
        return vcal[i];
    }

    double weight(int i) {
        return 1 / errorAdc[i];
    }

    double[] weightedAdc() {
        double[] weighted = new double[adc.length];
        for (int i = 0; i < weighted.length; i++) weighted[i] = adc[i] / errorAdc[i];
        return weighted;
    }

    boolean isFinite() {
        return Arrays.stream(vcal).allMatch(Double::isFinite)
                && Arrays.stream(adc).allMatch(Double::isFinite);
    }

    /// Whether all pulse heights are equal, so that no curve rises through them.
    boolean isFlat() {
        return Arrays.stream(adc).allMatch(value -> value == adc[0]);
    }

    /// A curve near the points: as high as the highest of them, half as high where they first are.
    PulseHeightCurve start(CurveFamily family) {
        double half = Arrays.stream(adc).max().orElseThrow() / 2;
        int above = 1;
        while (above < adc.length - 1 && adc[above] < half) above++;
        // Points of the low and the high range may share a VCal or fall: keep a rising slope.
        double run = Math.max(vcal[above] - vcal[above - 1], 1);
        double rise = Math.max(adc[above] - adc[above - 1], 1);
        double slope = rise / run;
        return family.through(vcal[above] + (half - adc[above]) / slope, slope, half);
    }

    double chi2(PulseHeightCurve curve) {
        double sum = 0;
        for (int i = 0; i < adc.length; i++) {
            double pull = (curve.adc(vcal[i]) - adc[i]) / errorAdc[i];
            sum += pull * pull;
        }
        return sum;
    }

    double rmsResidualAdc(PulseHeightCurve curve) {
        double sum = 0;
        for (int i = 0; i < adc.length; i++) {
            double residual = curve.adc(vcal[i]) - adc[i];
            sum += residual * residual;
        }
        return Math.sqrt(sum / adc.length);
    }
}
