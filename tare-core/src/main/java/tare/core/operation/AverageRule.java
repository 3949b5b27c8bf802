package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.channel.Provenance;
import tare.core.channel.WorseFlag;
import tare.core.result.Result;

/// Means over banks that are no exact merges; see [Averaging].
final class AverageRule {
    private AverageRule() {}

    static Result<Bank> weightedMean(Bank a, Bank b) {
        var quantities = required(a, b);
        if (!quantities.stream().allMatch(Quantity::hasSpread)) {
            throw Refusal.wrongStructure(
                    "a weighted mean needs an error for every value; %s has values without",
                    a.layout());
        }
        Header header = Headers.combined(a, b);
        if (Layouts.isMs(a.layout())) {
            header = header.withPulses(a.header().pulses() + b.header().pulses());
        }
        var draft = new Draft(a, header);
        BinaryRule.mergeFlags(draft, b);
        for (Quantity quantity : quantities) weigh(quantity, a, b, draft);
        if (Layouts.isMsn(a.layout())) putSums(draft, a, b);
        return draft.result(a);
    }

    private static List<Quantity> required(Bank a, Bank b) {
        Operands.requireAlike(a, b);
        if (!a.layout().equals(b.layout())) {
            throw Refusal.wrongStructure(
                    "the units differ: %s and %s", a.layout().fields(), b.layout().fields());
        }
        Relative.alike(a, b);
        return Quantity.of(a);
    }

    private static void weigh(Quantity quantity, Bank a, Bank b, Draft draft) {
        double[] x = quantity.values(a);
        double[] y = quantity.values(b);
        double[] errorX = quantity.errors(a);
        double[] errorY = quantity.errors(b);
        double[] fromError = fromError(a, b);
        int length = draft.builder().layout().fields().get(quantity.value()).length();
        for (int i = 0; i < x.length; i++) {
            double weightX = weight(x[i], errorX[i], errorY[i], y[i]);
            double weightY = weight(y[i], errorY[i], errorX[i], x[i]);
            double total = weightX + weightY;
            double mean =
                    weightX == 0
                            ? y[i]
                            : weightY == 0 ? x[i] : (weightX * x[i] + weightY * y[i]) / total;
            double error =
                    Math.hypot(part(weightX, total, errorX[i]), part(weightY, total, errorY[i]));
            draft.put(quantity.value(), i, total > 0 ? mean : Double.NaN, total > 0);
            if (!(total > 0)) draft.flagNotComputed(i / length);
            draft.putSpread(quantity.spread(), i, error * fromError[i]);
        }
    }

    /// Relative to the smaller error, so that nothing overflows: the better one weighs 1.
    private static double weight(double value, double error, double otherError, double other) {
        if (!Double.isFinite(value) || !Double.isFinite(error)) return 0;
        if (!Double.isFinite(other) || !Double.isFinite(otherError) || error <= otherError)
            return 1;
        double ratio = otherError / error;
        return ratio * ratio;
    }

    private static double part(double weight, double total, double error) {
        return weight == 0 ? 0 : weight / total * error;
    }

    private static double[] fromError(Bank a, Bank b) {
        double[] factors = new double[a.columns().stream().mapToInt(c -> c.size()).max().orElse(0)];
        java.util.Arrays.fill(factors, 1);
        if (!Quantity.isSampled(a)) return factors;
        double[] counts = Quantity.counts(a);
        double[] others = Quantity.counts(b);
        for (int i = 0; i < counts.length; i++) {
            factors[i] = Math.sqrt(Math.max(counts[i], 0) + Math.max(others[i], 0));
        }
        return factors;
    }

    private static void putSums(Draft draft, Bank a, Bank b) {
        int[] counts = draft.builder().ints("n");
        for (int i = 0; i < counts.length; i++) {
            long sum = Math.max(counts[i], 0L) + Math.max(b.column("n").intAt(i), 0);
            if (sum > Integer.MAX_VALUE) {
                throw Refusal.badArgument(
                        "channel %d would have %d samples, n holds %d at most",
                        a.ids().intAt(i), sum, Integer.MAX_VALUE);
            }
            counts[i] = (int) sum;
        }
    }

    static Result<Bank> plainMean(Bank first, List<Bank> others) {
        var banks = new ArrayList<Bank>(others.size() + 1);
        banks.add(first);
        banks.addAll(others);
        Header header = Headers.untested(first);
        for (Bank bank : others) {
            required(first, bank);
            header = Headers.combined(first, bank);
        }
        var draft = new Draft(first, header);
        others.forEach(bank -> BinaryRule.mergeFlags(draft, bank));
        int[] flags = draft.builder().flags();
        for (int i = 0; i < flags.length; i++) {
            flags[i] = WorseFlag.of(flags[i], Provenance.AVERAGED.bits());
        }
        for (Quantity quantity : Quantity.of(first)) average(quantity, banks, draft);
        return draft.result(first);
    }

    private static void average(Quantity quantity, List<Bank> banks, Draft draft) {
        int size = banks.getFirst().columns().get(quantity.value()).size();
        double[] sum = new double[size];
        double[] squares = new double[size];
        int[] used = new int[size];
        for (Bank bank : banks) {
            double[] x = quantity.values(bank);
            double[] error = quantity.errors(bank);
            for (int i = 0; i < size; i++) {
                if (!Double.isFinite(x[i]) || !Double.isFinite(error[i])) continue;
                sum[i] += x[i];
                squares[i] += error[i] * error[i];
                used[i]++;
            }
        }
        int length = draft.builder().layout().fields().get(quantity.value()).length();
        for (int i = 0; i < size; i++) {
            draft.put(quantity.value(), i, sum[i] / used[i], used[i] > 0);
            if (used[i] == 0) draft.flagNotComputed(i / length);
            if (quantity.hasSpread()) {
                draft.putSpread(quantity.spread(), i, Math.sqrt(squares[i]) / used[i]);
            }
        }
    }
}
