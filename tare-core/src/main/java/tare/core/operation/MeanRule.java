package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.channel.Provenance;
import tare.core.channel.WorseFlag;
import tare.core.result.Result;

/// The plain mean of banks whose values are no means of samples; see [Averaging.Average].
final class MeanRule {
    private final Quantity quantity;
    private final double[] sums;
    private final double[] squaredErrors;
    private final int[] used;

    private MeanRule(Quantity quantity, int values) {
        this.quantity = quantity;
        sums = new double[values];
        squaredErrors = new double[values];
        used = new int[values];
    }

    static Result<Bank> of(Bank first, List<Bank> others) {
        for (Bank bank : others) {
            Operands.requireSameUnits(first, bank);
            Relative.alike(first, bank);
        }
        var draft = new Draft(first, Headers.combined(first, others));
        others.forEach(bank -> BinaryRule.mergeFlags(draft, bank));
        int[] flags = draft.builder().flags();
        for (int i = 0; i < flags.length; i++) {
            flags[i] = WorseFlag.of(flags[i], Provenance.AVERAGED.bits());
        }
        var banks = new ArrayList<>(others);
        banks.addFirst(first);
        for (Quantity quantity : Quantity.of(first)) {
            var mean = new MeanRule(quantity, quantity.values(first).length);
            banks.forEach(mean::add);
            mean.put(draft);
        }
        return draft.result(first);
    }

    private void add(Bank bank) {
        double[] x = quantity.values(bank);
        double[] error = quantity.errors(bank);
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(error[i])) continue;
            sums[i] += x[i];
            squaredErrors[i] += error[i] * error[i];
            used[i]++;
        }
    }

    private void put(Draft draft) {
        int length = draft.builder().layout().fields().get(quantity.value()).length();
        for (int i = 0; i < sums.length; i++) {
            draft.put(quantity.value(), i, sums[i] / used[i], used[i] > 0);
            if (used[i] == 0) draft.flagNotComputed(i / length);
            if (quantity.hasSpread()) {
                draft.putSpread(quantity.spread(), i, Math.sqrt(squaredErrors[i]) / used[i]);
            }
        }
    }
}
