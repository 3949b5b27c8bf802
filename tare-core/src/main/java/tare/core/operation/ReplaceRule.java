package tare.core.operation;

import java.util.List;
import java.util.Locale;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Provenance;
import tare.core.result.Result;

/// "Take the reference for the failing channels". The flag says what the original data were like.
final class ReplaceRule {
    private ReplaceRule() {}

    static Result<Bank> of(Bank bank, Where where, Bank other) {
        Operands.requireSameKind(bank, other);
        Relative.alike(bank, other);
        var builder = BankBuilder.of(bank).header(Headers.untested(bank));
        int missing = 0;
        for (int row : where.rows(bank)) {
            int at = other.index(builder.id(row));
            if (at < 0) {
                missing++;
                continue;
            }
            builder.copyValues(other, at, row);
            int flag = builder.flags()[row];
            builder.flags()[row] = new ChannelFlag(flag).with(Provenance.FROM_REFERENCE).bits();
        }
        return Result.of(builder.freeze(bank.journal()), warnings(missing));
    }

    private static List<String> warnings(int missing) {
        if (missing == 0) return List.of();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d matching channels are not in the other bank and keep their values",
                        missing));
    }
}
