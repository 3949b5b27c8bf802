package tare.calibrate.fit;

import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.FitStatus;

/// A peak in a histogram to a Gaussian by maximum likelihood: layout `gaus/1`.
///
/// Right for few entries and for bins as wide as the peak, where [LogParabolaFit] is not. Iterates,
/// at most 60 times; a fit that has not arrived by then, or whose width ends at the least or
/// greatest allowed one, is "at bound". Entries in fewer than three bins are "too few samples".
/// Weighted entries are scaled to the number of entries that has the same relative error. The
/// amplitude is entries per bin at the peak; chi2 is the deviance.
public final class PeakLikelihoodFit implements ChannelFit<HistogramColumns> {
    private final BankLayout layout;
    private final double fraction;

    /// @param unit of the axis: `ns`
    /// @param fraction bins from the peak outward take part down to this fraction of its content, 0
    /// for all; below 1
    public PeakLikelihoodFit(String unit, double fraction) {
        layout = Layouts.gaus(unit);
        this.fraction = fraction;
        new PeakWindow(fraction);
    }

    @Override
    public BankLayout layout() {
        return layout;
    }

    @Override
    public void fit(
            HistogramColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        var columns = new PeakColumns(input, results);
        double[] content = new double[input.bins()];
        double[] variance = new double[input.bins()];
        var window = new PeakWindow(fraction);
        var peak = new PeakLikelihood();
        for (int channel = fromChannel; channel < untilChannel; channel++) {
            input.copy(channel, content, variance);
            FitStatus status = input.status(channel, content, variance);
            columns.writeQuality(channel, 0, 0);
            if (status == FitStatus.OK && hasNegative(content)) status = FitStatus.NON_FINITE_INPUT;
            if (status == FitStatus.OK) {
                window.find(content);
                status = peak.fit(content, variance, window);
                write(columns, channel, peak);
                columns.writeQuality(channel, peak.chi2(), window.bins());
            }
            rows.end(channel, status);
        }
    }

    private static boolean hasNegative(double[] content) {
        boolean negative = false;
        for (double value : content) negative |= value < 0;
        return negative;
    }

    private static void write(PeakColumns columns, int channel, PeakLikelihood peak) {
        columns.write(
                channel,
                peak.amplitude(),
                peak.amplitudeError(),
                peak.mean(),
                peak.meanError(),
                peak.sigma(),
                peak.sigmaError());
    }
}
