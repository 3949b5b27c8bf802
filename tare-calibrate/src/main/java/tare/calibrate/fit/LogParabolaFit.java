package tare.calibrate.fit;

import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.FitStatus;

/// A peak in a histogram to a Gaussian in closed form: layout `gaus/1`.
///
/// The logarithms of the bins around the fullest place are fitted by a parabola, each with its
/// Poisson error. The errors hold where those bins have many entries (a hundred and more); with
/// few, [PeakLikelihoodFit] is right. A peak of fewer than three such bins is "too few samples"; a
/// hollow instead of a peak has no width and is a "non-finite result"; a mean beside the histogram
/// is "out of histogram range". The amplitude is entries per bin at the peak.
public final class LogParabolaFit implements ChannelFit<HistogramColumns> {
    /// Two standard deviations to either side.
    public static final double TWO_SIGMA = Math.exp(-2);

    private final BankLayout layout;
    private final double fraction;

    /// @param unit of the axis: `ns`
    /// @param fraction bins from the peak outward take part down to this fraction of its content;
    /// above 0, below 1
    public LogParabolaFit(String unit, double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "a fraction of the peak is above 0 and below 1, got " + fraction);
        }
        layout = Layouts.gaus(unit);
        this.fraction = fraction;
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
        var parabola = new LogParabola();
        for (int channel = fromChannel; channel < untilChannel; channel++) {
            input.copy(channel, content, variance);
            FitStatus status = input.status(channel, content, variance);
            columns.writeQuality(channel, 0, 0);
            if (status == FitStatus.OK) {
                window.find(content);
                status = fit(content, variance, window, parabola);
                write(columns, channel, parabola);
                columns.writeQuality(channel, parabola.chi2(), window.bins());
            }
            rows.end(channel, status);
        }
    }

    private static FitStatus fit(
            double[] content, double[] variance, PeakWindow window, LogParabola parabola) {
        if (!(content[window.peak()] > 0)) return FitStatus.NON_FINITE_INPUT;
        FitStatus status = parabola.fit(content, variance, window);
        boolean isInside = parabola.mean() >= 0 && parabola.mean() < content.length;
        return status == FitStatus.OK && !isInside ? FitStatus.OUT_OF_HISTOGRAM_RANGE : status;
    }

    private static void write(PeakColumns columns, int channel, LogParabola parabola) {
        columns.write(
                channel,
                parabola.amplitude(),
                parabola.amplitudeError(),
                parabola.mean(),
                parabola.meanError(),
                parabola.sigma(),
                parabola.sigmaError());
    }
}
