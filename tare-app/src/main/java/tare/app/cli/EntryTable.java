package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.List;
import tare.conditions.view.Entry;

/// Stored intervals of one tag, for people: everything that says which constants these are.
final class EntryTable {
    private EntryTable() {}

    /// @param singular what one row is: a bank, or an interval
    static void print(Output out, List<Entry> entries, String singular, LimitOption limit) {
        var table =
                new TextTable(
                        right("Bank"),
                        left("Name"),
                        left("Valid"),
                        left("Payload"),
                        right("Sequence"),
                        left("Type"));
        for (Entry entry : entries.subList(0, Math.min(limit.most(), entries.size()))) {
            table.row(
                    entry.bank().number(),
                    entry.bank().name(),
                    entry.valid(),
                    entry.payload().brief(),
                    entry.sequence(),
                    entry.type());
        }
        table.print(out);
        limit.remark(out, entries.size(), singular);
    }
}
