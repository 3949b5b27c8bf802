package tare.conditions.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tare.conditions.view.Entry;
import tare.conditions.view.Resolved;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.Header;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.channel.Quality;
import tare.core.journal.Journal;

/// A stored bank in numbers, with its lineage.
///
/// @param qualities number of channels of each quality, all qualities named
/// @param columns figures of the channels that were assessed
/// @param journal how the constants came to be, oldest entry first
public record BankSummary(
        Entry entry,
        BankLayout layout,
        FieldScheme idScheme,
        Header header,
        int channels,
        Map<Quality, Integer> qualities,
        List<ColumnSummary> columns,
        Journal journal) {
    public static BankSummary of(Resolved resolved) {
        Bank bank = resolved.bank();
        BitSet assessed = assessed(bank);
        var columns = new ArrayList<ColumnSummary>();
        for (FieldDefinition field : bank.layout().fields()) {
            columns.add(ColumnSummary.of(field, bank.column(field.name()), assessed));
        }
        return new BankSummary(
                resolved.entry(),
                bank.layout(),
                bank.idScheme(),
                bank.header(),
                bank.size(),
                qualities(bank),
                List.copyOf(columns),
                bank.journal());
    }

    /// A scan of a part leaves most channels without constants, which would drown the others.
    private static BitSet assessed(Bank bank) {
        var assessed = new BitSet(bank.size());
        for (int i = 0; i < bank.size(); i++) {
            assessed.set(i, quality(bank, i) != Quality.NOT_ASSESSED);
        }
        return assessed;
    }

    private static Map<Quality, Integer> qualities(Bank bank) {
        var counts = new EnumMap<Quality, Integer>(Quality.class);
        for (Quality quality : Quality.values()) counts.put(quality, 0);
        for (int i = 0; i < bank.size(); i++) counts.merge(quality(bank, i), 1, Integer::sum);
        return counts;
    }

    private static Quality quality(Bank bank, int i) {
        return new ChannelFlag(bank.flags().intAt(i)).quality();
    }
}
