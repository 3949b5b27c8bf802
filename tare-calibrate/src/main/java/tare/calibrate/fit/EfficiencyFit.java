package tare.calibrate.fit;

import java.util.List;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.channel.FitStatus;

/// Passed out of total trials to an efficiency with an interval: layout `efficiency/1`.
///
/// Counts that are negative, or more passed than tried, are "non-finite input"; counts beyond 2³¹ −
/// 1 do not fit their columns and are a "non-finite result".
public final class EfficiencyFit implements ChannelFit<PassColumns> {
    public static final BankLayout LAYOUT =
            new BankLayout(
                    "efficiency",
                    1,
                    List.of(
                            new FieldDefinition("efficiency", "1", FieldType.F32),
                            new FieldDefinition("lower", "1", FieldType.F32),
                            new FieldDefinition("upper", "1", FieldType.F32),
                            new FieldDefinition("passed", "1", FieldType.I32),
                            new FieldDefinition("total", "1", FieldType.I32)));

    private final EfficiencyInterval interval;

    public EfficiencyFit(EfficiencyInterval interval) {
        this.interval = interval;
    }

    @Override
    public BankLayout layout() {
        return LAYOUT;
    }

    @Override
    public void fit(PassColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        float[] efficiency = results.floats("efficiency");
        float[] lower = results.floats("lower");
        float[] upper = results.floats("upper");
        int[] passed = results.ints("passed");
        int[] total = results.ints("total");
        for (int i = fromChannel; i < untilChannel; i++) {
            long k = input.passed()[i];
            long n = input.total()[i];
            FitStatus status = status(k, n);
            if (status == FitStatus.OK) {
                efficiency[i] = (float) ((double) k / n);
                lower[i] = (float) interval.lower((double) k, (double) n);
                upper[i] = (float) interval.upper((double) k, (double) n);
            }
            passed[i] = Math.clamp(k, 0, Integer.MAX_VALUE);
            total[i] = Math.clamp(n, 0, Integer.MAX_VALUE);
            rows.end(i, status);
        }
    }

    private static FitStatus status(long passed, long total) {
        if (passed < 0 || passed > total) return FitStatus.NON_FINITE_INPUT;
        if (total == 0) return FitStatus.NO_DATA;
        return total > Integer.MAX_VALUE ? FitStatus.NON_FINITE_RESULT : FitStatus.OK;
    }
}
