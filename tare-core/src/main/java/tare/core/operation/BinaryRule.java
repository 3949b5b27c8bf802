package tare.core.operation;

import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.channel.WorseFlag;
import tare.core.result.Result;

/// A function of two values with its two derivatives, by which errors propagate; see [Arithmetic].
record BinaryRule(
        DoubleBinaryOperator value,
        DoubleBinaryOperator slopeA,
        DoubleBinaryOperator slopeB,
        Units.Combination unit) {
    static final BinaryRule ADD =
            new BinaryRule((a, b) -> a + b, (a, b) -> 1, (a, b) -> 1, Units::same);
    static final BinaryRule SUBTRACT =
            new BinaryRule((a, b) -> a - b, (a, b) -> 1, (a, b) -> -1, Units::same);
    static final BinaryRule MULTIPLY =
            new BinaryRule((a, b) -> a * b, (a, b) -> b, (a, b) -> a, Units::product);
    static final BinaryRule DIVIDE =
            new BinaryRule(
                    (a, b) -> a / b, (a, b) -> 1 / b, (a, b) -> -a / (b * b), Units::quotient);

    /// @param header what the result's header says besides
    Result<Bank> on(Bank a, Bank b, UnaryOperator<Header> header) {
        Operands.requireAlike(a, b);
        var quantities = Quantity.of(a);
        var draft = new Draft(a, header.apply(Headers.combined(a, b)));
        draft.builder().layout(Units.combined(a.layout(), b.layout(), quantities, unit));
        mergeFlags(draft, b);
        for (Quantity quantity : quantities) combine(quantity, a, b, draft);
        if (Layouts.isMsn(a.layout())) putSmallerCounts(draft, b);
        return draft.result(a);
    }

    static void mergeFlags(Draft draft, Bank b) {
        int[] flags = draft.builder().flags();
        for (int i = 0; i < flags.length; i++) {
            flags[i] = WorseFlag.of(flags[i], b.flags().intAt(i));
        }
    }

    private void combine(Quantity quantity, Bank a, Bank b, Draft draft) {
        double[] x = quantity.values(a);
        double[] y = quantity.values(b);
        for (int i = 0; i < x.length; i++) {
            boolean isDefined = Double.isFinite(x[i]) && Double.isFinite(y[i]);
            draft.put(quantity.value(), i, value.applyAsDouble(x[i], y[i]), isDefined);
        }
        if (!quantity.hasSpread()) return;
        double[] errorX = quantity.errors(a);
        double[] errorY = quantity.errors(b);
        double[] fromError = fromError(a, b);
        for (int i = 0; i < x.length; i++) {
            double ofX = slopeA.applyAsDouble(x[i], y[i]) * errorX[i];
            double ofY = slopeB.applyAsDouble(x[i], y[i]) * errorY[i];
            double factor = fromError.length == 0 ? 1 : fromError[i];
            draft.putSpread(quantity.spread(), i, Math.hypot(ofX, ofY) * factor);
        }
    }

    /// √n by which the error of a mean becomes an rms; empty if the errors themselves are stored.
    private static double[] fromError(Bank a, Bank b) {
        if (!Quantity.isSampled(a)) return new double[0];
        double[] counts = Quantity.counts(a);
        double[] others = Quantity.counts(b);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.sqrt(Math.max(Math.min(counts[i], others[i]), 0));
        }
        return counts;
    }

    private static void putSmallerCounts(Draft draft, Bank b) {
        int[] counts = draft.builder().ints("n");
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.min(counts[i], b.column("n").intAt(i));
        }
    }
}
