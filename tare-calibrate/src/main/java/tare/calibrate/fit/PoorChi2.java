package tare.calibrate.fit;

import java.util.Locale;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;

/// A fit whose good channels become "poor chi2" where so large a chi2 is too improbable. Values
/// stay.
///
/// @param fit of any layout with the fields `chi2` (f32) and `ndf` (i32)
/// @param minimum probability by chance, from 0 (never poor) to 1
public record PoorChi2<A extends FitInput>(ChannelFit<A> fit, double minimum)
        implements ChannelFit<A> {
    public PoorChi2 {
        if (!(minimum >= 0 && minimum <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a probability is 0 to 1, got %s", minimum));
        }
        fit.layout().index("chi2");
        fit.layout().index("ndf");
    }

    @Override
    public BankLayout layout() {
        return fit.layout();
    }

    @Override
    public void fit(A input, int fromChannel, int untilChannel, BankBuilder results) {
        fit.fit(input, fromChannel, untilChannel, results);
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        float[] chi2 = results.floats("chi2");
        int[] ndf = results.ints("ndf");
        for (int i = fromChannel; i < untilChannel; i++) {
            boolean isOk = new ChannelFlag(results.flags()[i]).fitStatus() == FitStatus.OK;
            if (isOk && ndf[i] > 0 && ChiSquare.probability(chi2[i], ndf[i]) < minimum) {
                rows.endFinite(i, FitStatus.POOR_CHI2);
            }
        }
    }
}
