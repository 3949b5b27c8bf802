package tare.detectors.pixel.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tare.core.channel.FitStatus;
import tare.detectors.pixel.lab.FitOutcome.Converged;
import tare.detectors.pixel.lab.FitOutcome.Failed;

/// The pulse-height curves of all pixels of one ROC, as columns by pixel index. Immutable.
///
/// Where there is no curve, parameters, chi2 and residual are NaN.
public final class RocCurves {
    private static final int PARAMETERS = 4;

    private final CurveFamily family;
    private final double vcalShift;
    private final List<double[]> parameters;
    private final double[] chi2;
    private final double[] rmsResidualAdc;
    private final FitStatus[] statuses;

    RocCurves(CurveFamily family, double vcalShift) {
        this.family = family;
        this.vcalShift = vcalShift;
        parameters = Stream.generate(RocCurves::column).limit(PARAMETERS).toList();
        chi2 = column();
        rmsResidualAdc = column();
        statuses = new FitStatus[LabRoc.PIXELS];
        Arrays.fill(statuses, FitStatus.NOT_FITTED);
    }

    private static double[] column() {
        double[] column = new double[LabRoc.PIXELS];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    /// Fits every pixel of a ROC, one after the other.
    public static RocCurves fit(LabScan scan, PulseHeightFit fit) {
        var curves = new RocCurves(fit.family(), fit.rules().vcalShift());
        double[] vcal = scan.vcalLow();
        double[] adc = new double[vcal.length];
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            scan.meanAdc(pixel, adc);
            curves.set(pixel, fit.fit(vcal, adc));
        }
        return curves;
    }

    private void set(int pixel, FitOutcome outcome) {
        statuses[pixel] = outcome.status();
        switch (outcome) {
            case Converged(var curve, _, double sum, double rms, _) -> {
                set(pixel, curve.parameters());
                chi2[pixel] = sum;
                rmsResidualAdc[pixel] = rms;
            }
            case Failed _ -> {}
        }
    }

    private void set(int pixel, double[] values) {
        for (int k = 0; k < PARAMETERS; k++) parameters.get(k)[pixel] = values[k];
    }

    /// A curve from a file, which has parameters only.
    void setRead(int pixel, double[] values) {
        set(pixel, values);
        statuses[pixel] = FitStatus.OK;
    }

    public CurveFamily family() {
        return family;
    }

    /// Column of parameter par0 to par3; a copy.
    public double[] parameter(int number) {
        return parameters.get(number).clone();
    }

    /// Column of chi2; NaN for curves read from a file; a copy.
    public double[] chi2() {
        return chi2.clone();
    }

    /// Column of root mean squared residuals [ADC]; NaN for curves read from a file; a copy.
    public double[] rmsResidualAdc() {
        return rmsResidualAdc.clone();
    }

    /// How the fit of a pixel ended.
    public FitStatus status(int pixel) {
        return statuses[pixel];
    }

    /// Number of pixels that ended so.
    public int count(FitStatus status) {
        return (int) Arrays.stream(statuses).filter(it -> it == status).count();
    }

    /// The curve of a pixel, empty if it has none. Its abscissa is shifted; [#adc] takes care of
    /// that.
    public Optional<PulseHeightCurve> curve(int pixel) {
        if (Double.isNaN(parameters.getFirst()[pixel])) return Optional.empty();
        return Optional.of(
                family.curve(
                        parameters.get(0)[pixel],
                        parameters.get(1)[pixel],
                        parameters.get(2)[pixel],
                        parameters.get(3)[pixel]));
    }

    /// Pulse height of a pixel [ADC], NaN if it has no curve.
    ///
    /// @param vcalLow in steps of the low range, as set
    public double adc(int pixel, double vcalLow) {
        return curve(pixel).map(curve -> curve.adc(vcalLow + vcalShift)).orElse(Double.NaN);
    }
}
