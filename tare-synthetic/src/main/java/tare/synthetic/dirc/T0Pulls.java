package tare.synthetic.dirc;

import tare.core.bank.Bank;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

/// T0 constants against the truth: the distances in units of their errors.
///
/// A pull is (mean − true T0) / (rms / √(n − 1)), of tubes that answer and are not hot: a hot
/// tube's mean is not its T0. The rms is about the samples' own mean, hence n − 1. Right errors
/// give mean 0 and width 1.
public final class T0Pulls {
    private final Histogram1D pulls =
            new Histogram1D(Axis.uniform(200, -10, 10).labelled("pull of T0", "1"));
    private double largest;

    /// No pulls yet.
    public T0Pulls() {}

    /// Adds the tubes of a bank.
    ///
    /// @param firstTube dense index of the bank's first channel
    public void add(DircTruth truth, int firstTube, Bank bank) {
        double[] mean = bank.column("mean").toDoubleArray();
        double[] rms = bank.column("rms").toDoubleArray();
        int[] n = bank.column("n").toIntArray();
        for (int row = 0; row < mean.length; row++) {
            DircFault fault = truth.fault(firstTube + row);
            boolean isLive = fault == DircFault.NONE || fault == DircFault.SHIFTED;
            var flag = new ChannelFlag(bank.flags().intAt(row));
            if (!isLive || flag.fitStatus() != FitStatus.OK) continue;
            double error = rms[row] / Math.sqrt(n[row] - 1);
            double pull = (mean[row] - truth.t0Nanos(firstTube + row)) / error;
            pulls.fill(pull);
            largest = Math.max(largest, Math.abs(pull));
        }
    }

    public Histogram1D.Snapshot pulls() {
        return pulls.snapshot();
    }

    /// The largest distance in either direction, 0 if there is none.
    public double largest() {
        return largest;
    }
}
