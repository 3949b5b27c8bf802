package tare.core.operation;

import java.util.Arrays;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.result.Result;

/// The mean of two banks, weighted with the inverse squares of their errors.
final class WeightedRule {
    private WeightedRule() {}

    static Result<Bank> of(Bank a, Bank b) {
        Operands.requireSameUnits(a, b);
        Relative.alike(a, b);
        var quantities = Quantity.of(a);
        if (!quantities.stream().allMatch(Quantity::hasSpread)) {
            throw Refusal.wrongStructure(
                    "a weighted mean needs an error for every value; %s has values without",
                    a.layout());
        }
        var draft = new Draft(a, header(a, b));
        BinaryRule.mergeFlags(draft, b);
        for (Quantity quantity : quantities) weigh(quantity, a, b, draft);
        if (Layouts.isMsn(a.layout())) putSums(draft, a, b);
        return draft.result(a);
    }

    private static Header header(Bank a, Bank b) {
        Header header = Headers.combined(a, b);
        return Layouts.isMs(a.layout())
                ? header.withPulses(a.header().pulses() + b.header().pulses())
                : header;
    }

    private static void weigh(Quantity quantity, Bank a, Bank b, Draft draft) {
        double[] x = quantity.values(a);
        double[] y = quantity.values(b);
        double[] errorX = quantity.errors(a);
        double[] errorY = quantity.errors(b);
        double[] fromError = rootsOfSums(a, b, x.length);
        int length = draft.builder().layout().fields().get(quantity.value()).length();
        for (int i = 0; i < x.length; i++) {
            boolean hasX = Double.isFinite(x[i]) && Double.isFinite(errorX[i]);
            boolean hasY = Double.isFinite(y[i]) && Double.isFinite(errorY[i]);
            double share = share(hasX, errorX[i], hasY, errorY[i]);
            double mean = part(share, x[i]) + part(1 - share, y[i]);
            double error = Math.hypot(part(share, errorX[i]), part(1 - share, errorY[i]));
            draft.put(quantity.value(), i, mean, hasX || hasY);
            draft.putSpread(quantity.spread(), i, error * fromError[i]);
            if (!hasX && !hasY) draft.flagNotComputed(i / length);
        }
    }

    /// The first one's share of the weight, NaN if neither has data. From the ratio of the errors,
    /// so that no square of them overflows.
    private static double share(boolean hasX, double errorX, boolean hasY, double errorY) {
        if (!hasX || !hasY) return hasX ? 1 : hasY ? 0 : Double.NaN;
        if (errorX == errorY) return 0.5;
        double ratio = errorX / errorY;
        return 1 / (1 + ratio * ratio);
    }

    /// A share of nothing is nothing, whatever it would be a share of.
    private static double part(double share, double value) {
        return share == 0 ? 0 : share * value;
    }

    /// √(na + nb), by which the error of a mean becomes an rms; 1 where errors themselves are kept.
    private static double[] rootsOfSums(Bank a, Bank b, int values) {
        double[] roots = new double[values];
        Arrays.fill(roots, 1);
        if (!Quantity.isSampled(a)) return roots;
        double[] counts = Quantity.counts(a);
        double[] others = Quantity.counts(b);
        for (int i = 0; i < values; i++) {
            roots[i] = Math.sqrt(Math.max(counts[i], 0) + Math.max(others[i], 0));
        }
        return roots;
    }

    private static void putSums(Draft draft, Bank a, Bank b) {
        int[] counts = draft.builder().ints("n");
        for (int i = 0; i < counts.length; i++) {
            long sum = Math.max(counts[i], 0L) + Math.max(b.column("n").intAt(i), 0);
            counts[i] = Quantity.count(a.ids().intAt(i), sum);
        }
    }
}
