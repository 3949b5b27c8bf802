package tare.core.operation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.bank.IdIndex;
import tare.core.result.Result;

/// Sets of channels of a bank by dense index, increasing.
final class Rows {
    private Rows() {}

    /// The bank cut down to some of its channels.
    static Result<Bank> kept(Bank bank, int[] rows) {
        Header header = Headers.partial(Headers.untested(bank), rows.length < bank.size());
        return Result.of(builder(bank, rows).header(header).freeze(bank.journal()));
    }

    /// Values and flags of some channels, to go on with.
    static BankBuilder builder(Bank bank, int[] rows) {
        int[] ids = Arrays.stream(rows).map(bank.ids()::intAt).toArray();
        var builder = BankBuilder.of(bank.layout(), bank.idScheme(), ids).header(bank.header());
        for (int i = 0; i < rows.length; i++) {
            builder.copyValues(bank, rows[i], i);
            builder.flags()[i] = bank.flags().intAt(rows[i]);
        }
        return builder;
    }

    /// The rows of `[from, to)` that the bank has.
    static int[] range(Bank bank, long from, long to) {
        if (to < from) throw Refusal.badArgument("a number of channels is >= 0, got %d", to - from);
        return IntStream.range((int) Math.max(from, 0), (int) Math.min(to, bank.size())).toArray();
    }

    /// Channels that another bank of the same scheme has as well.
    static int[] alsoIn(Bank bank, Bank other) {
        Operands.requireSameScheme(bank, other);
        var index = IdIndex.of(other.ids());
        return IntStream.range(0, bank.size())
                .filter(i -> index.index(bank.ids().intAt(i)) != IdIndex.NONE)
                .toArray();
    }

    /// The other rows of `size`.
    static int[] not(int[] rows, int size) {
        var others = new BitSet(size);
        others.set(0, size);
        for (int row : rows) others.clear(row);
        return others.stream().toArray();
    }
}
