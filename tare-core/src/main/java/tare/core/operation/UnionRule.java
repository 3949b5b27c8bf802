package tare.core.operation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.channel.WorseFlag;
import tare.core.journal.Journal;
import tare.core.result.Result;

/// The channels of two banks in one.
final class UnionRule {
    private UnionRule() {}

    static Result<Bank> of(Bank a, Bank b, Selection.Overlap policy) {
        Operands.requireSameKind(a, b);
        Relative.alike(a, b);
        int[] both = Rows.alsoIn(a, b);
        return switch (policy) {
            case ERROR -> {
                if (both.length == 0) yield Result.of(merged(a, b, a.journal()));
                throw Refusal.conflict(
                        "%d channels are in both banks, the first is %d",
                        both.length, a.ids().intAt(both[0]));
            }
            case LEFT -> Result.of(merged(a, b, a.journal()));
            case RIGHT -> Result.of(merged(b, a, a.journal()));
            case POOL -> pooled(a, b, both);
        };
    }

    private static Result<Bank> pooled(Bank a, Bank b, int[] both) {
        Bank ofA = Rows.builder(a, both).freeze(a.journal());
        Bank ofB = Rows.builder(b, Rows.alsoIn(b, a)).freeze(b.journal());
        return PoolRule.of(ofA, List.of(ofB))
                .then(pool -> Result.of(merged(pool, merged(a, b, a.journal()), a.journal())));
    }

    /// Values of `first` win; flags of common channels are the worse ones.
    private static Bank merged(Bank first, Bank second, Journal journal) {
        int[] ids =
                IntStream.concat(
                                Arrays.stream(first.ids().toIntArray()),
                                Arrays.stream(second.ids().toIntArray()))
                        .sorted()
                        .distinct()
                        .toArray();
        var builder =
                BankBuilder.of(first.layout(), first.idScheme(), ids)
                        .header(Headers.combined(first, second));
        for (int i = 0; i < ids.length; i++) {
            int x = first.index(ids[i]);
            int y = second.index(ids[i]);
            builder.copyValues(x >= 0 ? first : second, x >= 0 ? x : y, i);
            int flagX = x >= 0 ? first.flags().intAt(x) : 0;
            int flagY = y >= 0 ? second.flags().intAt(y) : 0;
            builder.flags()[i] = WorseFlag.of(flagX, flagY);
        }
        return builder.freeze(journal);
    }
}
