package tare.core.operation;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.IdIndex;
import tare.core.channel.WorseFlag;
import tare.core.result.Result;

/// Changes of flags; values stay bit by bit.
final class FlagRule {
    private FlagRule() {}

    static Result<Bank> publicBits(Bank bank, Where where, IntUnaryOperator change) {
        var builder = BankBuilder.of(bank).header(Headers.untested(bank));
        int[] flags = builder.flags();
        for (int row : where.rows(bank)) flags[row] = change.applyAsInt(flags[row]);
        return Result.of(builder.freeze(bank.journal()));
    }

    static Result<Bank> merge(Bank bank, Bank status) {
        Operands.requireSameScheme(bank, status);
        var builder = BankBuilder.of(bank).header(Headers.untested(bank));
        var index = IdIndex.of(status.ids());
        int missing = 0;
        int[] flags = builder.flags();
        for (int i = 0; i < flags.length; i++) {
            int at = index.index(builder.id(i));
            if (at == IdIndex.NONE) missing++;
            else flags[i] = WorseFlag.of(flags[i], status.flags().intAt(at));
        }
        return Result.of(builder.freeze(bank.journal()), warnings(missing));
    }

    private static List<String> warnings(int missing) {
        if (missing == 0) return List.of();
        return List.of(
                String.format(Locale.ROOT, "%d channels have no status and keep theirs", missing));
    }
}
