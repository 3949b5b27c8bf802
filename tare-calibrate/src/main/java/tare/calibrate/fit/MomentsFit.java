package tare.calibrate.fit;

import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.FitStatus;

/// Running sums to mean and rms: layout `msn/1`.
///
/// The rms is the spread of the samples about their mean, √(Σ(x − mean)² / n), with n as in
/// histograms and in averages of banks, so that pooled banks are exact; the error of the mean is
/// rms / √n, which for few samples is too small by √((n − 1) / n). A single sample has no spread
/// and is "too few samples". A negative sum of squares or number of samples is "non-finite input";
/// more samples than the column `n` can hold are a "non-finite result".
public final class MomentsFit implements ChannelFit<SumColumns> {
    private final BankLayout layout;

    /// @param unit of the samples: `ADC`
    public MomentsFit(String unit) {
        layout = Layouts.msn(unit);
    }

    @Override
    public BankLayout layout() {
        return layout;
    }

    @Override
    public void fit(SumColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        float[] mean = results.floats("mean");
        float[] rms = results.floats("rms");
        int[] n = results.ints("n");
        for (int i = fromChannel; i < untilChannel; i++) {
            mean[i] = (float) input.mean()[i];
            rms[i] = (float) Math.sqrt(input.squares()[i] / input.n()[i]);
            n[i] = Math.clamp(input.n()[i], 0, Integer.MAX_VALUE);
            rows.end(i, status(input.n()[i], input.mean()[i], input.squares()[i]));
        }
    }

    private static FitStatus status(long n, double mean, double squares) {
        if (n == 0) return FitStatus.NO_DATA;
        boolean isSums = n > 0 && Double.isFinite(mean) && squares >= 0;
        if (!isSums || squares == Double.POSITIVE_INFINITY) return FitStatus.NON_FINITE_INPUT;
        if (n == 1) return FitStatus.TOO_FEW_SAMPLES;
        return n > Integer.MAX_VALUE ? FitStatus.NON_FINITE_RESULT : FitStatus.OK;
    }
}
