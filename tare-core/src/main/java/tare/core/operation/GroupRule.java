package tare.core.operation;

import java.util.Arrays;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.FieldDefinition;
import tare.core.bank.Layouts;
import tare.core.channel.Provenance;
import tare.core.channel.WorseFlag;
import tare.core.operation.Reshaping.Reduction;
import tare.core.result.Result;

/// Many channels become one of their chip, module or sector; see [Reshaping.GroupReduce].
final class GroupRule {
    private final Bank bank;
    private final String field;
    private final String level;
    private final Reduction reduction;
    private final double[] values;
    private final long[] groups;

    GroupRule(Bank bank, String field, String level, Reduction reduction) {
        this.bank = bank;
        this.field = field;
        this.level = level;
        this.reduction = reduction;
        FieldDefinition definition = bank.layout().fields().get(FieldRule.position(bank, field));
        if (definition.isArray()) throw Refusal.badArgument("field %s is an array", field);
        if (bank.idScheme().fields().stream().noneMatch(f -> f.name().equals(level))) {
            throw Refusal.badArgument("%s has no level '%s'", bank.idScheme(), level);
        }
        values = bank.column(field).toDoubleArray();
        groups =
                Arrays.stream(bank.ids().toIntArray())
                        .mapToLong(id -> bank.idScheme().at(level, id))
                        .toArray();
    }

    Result<Bank> result() {
        int[] ids = Arrays.stream(groups).distinct().mapToInt(Math::toIntExact).toArray();
        String unit = bank.layout().fields().get(bank.layout().index(field)).unit();
        var draft =
                new Draft(
                        BankBuilder.of(
                                        Layouts.msn(reduction == Reduction.COUNT ? "1" : unit),
                                        bank.idScheme().upTo(level),
                                        ids)
                                .freeze(bank.journal()),
                        Headers.untested(bank));
        for (int group = 0, from = 0; group < ids.length; group++) {
            int to = from;
            while (to < groups.length && groups[to] == ids[group]) to++;
            reduce(draft, group, from, to);
            from = to;
        }
        return draft.result(bank);
    }

    private void reduce(Draft draft, int group, int from, int to) {
        double[] finite =
                Arrays.stream(values, from, to).filter(Double::isFinite).sorted().toArray();
        double result = reduced(finite);
        draft.put(0, group, result, !Double.isNaN(result));
        draft.putSpread(1, group, finite.length == 0 ? Double.NaN : rms(finite));
        draft.builder().set(2, group, finite.length);
        if (Double.isNaN(result)) draft.flagNotComputed(group);
        draft.builder().flags()[group] = flag(from, to);
    }

    private double reduced(double[] sorted) {
        if (reduction == Reduction.COUNT) return sorted.length;
        if (sorted.length == 0) return Double.NaN;
        return switch (reduction) {
            case MEAN -> FieldStatistics.mean(sorted);
            case MEDIAN -> FieldStatistics.median(sorted);
            case MIN -> sorted[0];
            case MAX -> sorted[sorted.length - 1];
            case SUM -> Arrays.stream(sorted).sum();
            case COUNT -> sorted.length;
        };
    }

    private static double rms(double[] finite) {
        return FieldStatistics.rms(finite, FieldStatistics.mean(finite));
    }

    private int flag(int from, int to) {
        boolean isAverage = reduction == Reduction.MEAN || reduction == Reduction.MEDIAN;
        int start = isAverage ? Provenance.AVERAGED.bits() : 0;
        return IntStream.range(from, to).map(bank.flags()::intAt).reduce(start, WorseFlag::of);
    }
}
