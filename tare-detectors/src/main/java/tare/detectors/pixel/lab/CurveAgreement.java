package tare.detectors.pixel.lab;

import java.util.Arrays;

/// How two sets of curves through the same points differ. Parameters of such curves move together,
/// so their differences alone say little; what counts is how far apart the curves are at the
/// points.
///
/// @param pixels with both curves
/// @param points with a response in these pixels
/// @param curveRmsAdc root mean squared distance of the curves at the points [ADC]
/// @param medianCurveRmsAdc median over the pixels of each one's distance [ADC]
/// @param worstCurveRmsAdc of the pixel that differs most [ADC]
/// @param firstResidualRmsAdc root mean squared residual of the first curves [ADC]
/// @param secondResidualRmsAdc root mean squared residual of the second curves [ADC]
public record CurveAgreement(
        int pixels,
        long points,
        double curveRmsAdc,
        double medianCurveRmsAdc,
        double worstCurveRmsAdc,
        double firstResidualRmsAdc,
        double secondResidualRmsAdc) {
    /// Compares two sets of curves of the ROC that was scanned.
    public static CurveAgreement of(LabScan scan, RocCurves first, RocCurves second) {
        var sums = new Sums();
        double[] vcal = scan.vcalLow();
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            if (first.curve(pixel).isPresent() && second.curve(pixel).isPresent()) {
                sums.add(scan, pixel, vcal, first, second);
            }
        }
        return sums.agreement();
    }

    /// Median over the pixels with both curves of |first / second - 1| for par0 to par3.
    public static double medianRelativeDifference(
            RocCurves first, RocCurves second, int parameter) {
        double[] ours = first.parameter(parameter);
        double[] theirs = second.parameter(parameter);
        double[] differences = new double[ours.length];
        for (int i = 0; i < ours.length; i++) differences[i] = Math.abs(ours[i] / theirs[i] - 1);
        return median(Arrays.stream(differences).filter(Double::isFinite).toArray());
    }

    private static double median(double[] values) {
        if (values.length == 0) return Double.NaN;
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static final class Sums {
        private final double[] curveRms = new double[LabRoc.PIXELS];
        private int pixels;
        private long points;
        private double distance;
        private double first;
        private double second;

        void add(LabScan scan, int pixel, double[] vcal, RocCurves ones, RocCurves others) {
            double squares = 0;
            int responses = 0;
            for (int i = 0; i < vcal.length; i++) {
                int adc = scan.meanAdc(pixel, i);
                if (adc == 0) continue;
                double one = ones.adc(pixel, vcal[i]);
                double other = others.adc(pixel, vcal[i]);
                squares += (one - other) * (one - other);
                first += (one - adc) * (one - adc);
                second += (other - adc) * (other - adc);
                responses++;
            }
            if (responses == 0) return;
            curveRms[pixels++] = Math.sqrt(squares / responses);
            distance += squares;
            points += responses;
        }

        CurveAgreement agreement() {
            double[] rms = Arrays.copyOf(curveRms, pixels);
            return new CurveAgreement(
                    pixels,
                    points,
                    Math.sqrt(distance / points),
                    median(rms),
                    Arrays.stream(rms).max().orElse(Double.NaN),
                    Math.sqrt(first / points),
                    Math.sqrt(second / points));
        }
    }
}
