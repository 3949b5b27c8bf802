package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.Layouts;
import tare.core.result.Result;

/// Exact merge of means, rms and counts, as if all samples had been taken together.
///
/// Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for
/// computing sample variances", Stanford STAN-CS-79-773 (1979), equation 2.1.
final class PoolRule {
    private final double[] n;
    private final double[] mean;
    private final double[] squares;

    private PoolRule(int channels) {
        n = new double[channels];
        mean = new double[channels];
        squares = new double[channels];
    }

    static Result<Bank> of(Bank first, List<Bank> others) {
        var banks = new ArrayList<Bank>(others.size() + 1);
        banks.add(first);
        banks.addAll(others);
        banks.forEach(bank -> requirePoolable(first, bank));
        var draft = new Draft(first, Headers.combined(first, others));
        others.forEach(bank -> BinaryRule.mergeFlags(draft, bank));
        var pool = new PoolRule(first.size());
        banks.forEach(pool::add);
        return Layouts.isMs(first.layout())
                ? pool.withCommonCount(draft, first, banks)
                : pool.withCounts(draft, first);
    }

    private static void requirePoolable(Bank first, Bank bank) {
        if (!Quantity.isSampled(bank)) {
            throw Refusal.wrongStructure(
                    "only ms/1 and msn/1 can be pooled, not %s", bank.layout());
        }
        Operands.requireSameUnits(first, bank);
        Relative.alike(first, bank);
        if (Layouts.isMs(bank.layout()) && bank.header().pulses() == 0) {
            throw Refusal.badArgument("a bank of ms/1 needs pulses in its header to be pooled");
        }
    }

    private void add(Bank bank) {
        double[] means = bank.column("mean").toDoubleArray();
        double[] rms = bank.column("rms").toDoubleArray();
        double[] counts = Quantity.counts(bank);
        for (int i = 0; i < n.length; i++) {
            boolean hasData = counts[i] > 0 && Double.isFinite(means[i]) && Double.isFinite(rms[i]);
            if (hasData) add(i, counts[i], means[i], rms[i]);
        }
    }

    private void add(int i, double count, double otherMean, double rms) {
        double total = n[i] + count;
        double delta = otherMean - mean[i];
        squares[i] += count * rms * rms + delta * delta * n[i] * count / total;
        mean[i] += delta * count / total;
        n[i] = total;
    }

    private Result<Bank> withCounts(Draft draft, Bank first) {
        int[] counts = draft.builder().ints("n");
        for (int i = 0; i < n.length; i++) {
            counts[i] = Quantity.count(first.ids().intAt(i), Math.round(n[i]));
        }
        return written(draft, first);
    }

    private Result<Bank> withCommonCount(Draft draft, Bank first, List<Bank> banks) {
        long pulses = 0;
        for (Bank bank : banks) pulses = Math.addExact(pulses, bank.header().pulses());
        for (int i = 0; i < n.length; i++) {
            if (n[i] != pulses) {
                throw Refusal.badArgument(
                        "channel %d has no data in one of the banks, so its n would differ; convert to msn/1 first",
                        first.ids().intAt(i));
            }
        }
        draft.builder().header(draft.builder().header().withPulses(pulses));
        return written(draft, first);
    }

    private Result<Bank> written(Draft draft, Bank first) {
        int meanField = first.layout().index("mean");
        int rmsField = first.layout().index("rms");
        for (int i = 0; i < n.length; i++) {
            boolean hasData = n[i] > 0;
            draft.put(meanField, i, hasData ? mean[i] : Double.NaN, hasData);
            draft.putSpread(rmsField, i, Math.sqrt(squares[i] / n[i]));
            if (!hasData) draft.flagNotComputed(i);
        }
        return draft.result(first);
    }
}
