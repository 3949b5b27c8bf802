package tare.core.operation;

import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.channel.ChannelMap;
import tare.core.channel.Provenance;
import tare.core.result.Result;

/// A bank made complete.
final class FillRule {
    private FillRule() {}

    static Result<Bank> of(Bank bank, ChannelMap map, Bank example) {
        ResetRule.requireExample(bank, example);
        if (!bank.idScheme().equals(map.idScheme())) {
            throw Refusal.wrongStructure(
                    "ids are of %s, the map's of %s", bank.idScheme(), map.idScheme());
        }
        int[] ids = map.ids();
        Header header = Headers.untested(bank);
        header = header.with(header.state().without(HeaderFlag.PARTIAL));
        var builder = BankBuilder.of(bank.layout(), bank.idScheme(), ids).header(header);
        int found = 0;
        for (int i = 0; i < ids.length; i++) {
            int row = bank.index(ids[i]);
            if (row >= 0) found++;
            builder.copyValues(row >= 0 ? bank : example, Math.max(row, 0), i);
            builder.flags()[i] = row >= 0 ? bank.flags().intAt(row) : Provenance.DEFAULT.bits();
        }
        if (found < bank.size()) {
            throw Refusal.wrongStructure(
                    "the map lacks %d channels of the bank", bank.size() - found);
        }
        return Result.of(builder.freeze(bank.journal()));
    }
}
