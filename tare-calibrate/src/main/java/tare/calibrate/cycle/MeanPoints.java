package tare.calibrate.cycle;

import tare.calibrate.accumulate.Sums;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;
import tare.core.digi.PointSource;

/// What was accumulated at one setting, as a point of each channel: x the setting, y the mean of
/// the samples, dy its standard error √(Σ(x − mean)² / (n − 1) / n), which is unbiased for few
/// samples too; a bank's rms has n in place of n − 1, so there it is rms / √(n − 1).
///
/// A channel without samples gives no point; one with a single sample gives an error of NaN, which
/// the accumulator of points counts.
public final class MeanPoints {
    private MeanPoints() {}

    /// Points of running sums.
    ///
    /// @param x the stimulus at which they were taken
    /// @param minRms smallest spread of a sample to believe, 0 for any; where values are digitised
    /// in
    ///     steps no finer than the noise, the step / √12
    public static PointSource of(Sums sums, double x, double minRms) {
        return sink -> {
            for (int channel = 0; channel < sums.channels(); channel++) {
                long n = sums.count(channel);
                if (n == 0) continue;
                double variance = sums.squaredDeviations(channel) / (n - 1);
                double error = Math.sqrt(Math.max(variance, minRms * minRms) / n);
                sink.add(channel, x, sums.mean(channel), n == 1 ? Double.NaN : error);
            }
        };
    }

    /// Points of a bank `msn/1`. Channels whose quality is bad give none.
    ///
    /// @param x the stimulus to which the bank belongs
    /// @throws IllegalArgumentException if the bank lacks mean, rms or n
    public static PointSource of(Bank msn, double x) {
        Column mean = msn.column("mean");
        Column rms = msn.column("rms");
        Column n = msn.column("n");
        return sink -> {
            for (int channel = 0; channel < msn.size(); channel++) {
                var flag = new ChannelFlag(msn.flags().intAt(channel));
                if (flag.quality() == Quality.BAD) continue;
                double error = rms.value(channel) / Math.sqrt(n.value(channel) - 1);
                sink.add(channel, x, mean.value(channel), error);
            }
        };
    }
}
