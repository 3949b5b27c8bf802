package tare.core.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;

/// Constants of a fixed set of channels: sorted channel ids, a flag and one value per field for
/// each, a header for all, and the journal of how they came to be. Immutable.
///
/// Index order of every column is the order of the ids, which is strictly increasing.
public final class Bank {
    private final BankLayout layout;
    private final FieldScheme idScheme;
    private final Header header;
    private final Column ids;
    private final Column flags;
    private final List<Column> columns;
    private final Journal journal;
    private final IdIndex idIndex;

    private Bank(
            BankLayout layout,
            FieldScheme idScheme,
            Header header,
            Column ids,
            Column flags,
            List<Column> columns,
            Journal journal) {
        this.layout = layout;
        this.idScheme = idScheme;
        this.header = header;
        this.ids = ids;
        this.flags = flags;
        this.columns = List.copyOf(columns);
        this.journal = journal;
        this.idIndex = IdIndex.withoutTable(ids);
    }

    /// A bank over arrays and columns that the caller gives away.
    ///
    /// @param ids channel ids under `idScheme`, strictly increasing, not negative
    /// @param flags one [tare.core.channel.ChannelFlag] per channel
    /// @param columns one per field of the layout, in its order; rows × length values each
    /// @throws IllegalArgumentException naming the first column, id, flag or type that does not fit
    public static Bank of(
            BankLayout layout,
            FieldScheme idScheme,
            Header header,
            Column ids,
            Column flags,
            List<Column> columns,
            Journal journal) {
        requireColumn("id", FieldType.I32, ids, ids.size());
        requireColumn("flag", FieldType.I32, flags, ids.size());
        if (columns.size() != layout.fields().size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "layout %s has %d fields, got %d columns",
                            layout,
                            layout.fields().size(),
                            columns.size()));
        }
        for (int i = 0; i < columns.size(); i++) {
            FieldDefinition field = layout.fields().get(i);
            requireColumn(
                    field.name(), field.type(), columns.get(i), (long) ids.size() * field.length());
        }
        requireIncreasing(ids);
        requireNoSignBit(flags);
        return new Bank(layout, idScheme, header, ids, flags, columns, journal);
    }

    private static void requireColumn(String name, FieldType type, Column column, long size) {
        if (column.type() != type || column.size() != size) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "column %s must be %d values of %s, got %d of %s",
                            name,
                            size,
                            type,
                            column.size(),
                            column.type()));
        }
    }

    private static void requireIncreasing(Column ids) {
        int previous = -1;
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.intAt(i);
            if (id <= previous) {
                throw new IllegalArgumentException(
                        "channel ids must be strictly increasing and not negative: "
                                + id
                                + (i == 0 ? "" : " after " + previous)
                                + " at index "
                                + i);
            }
            previous = id;
        }
    }

    private static void requireNoSignBit(Column flags) {
        for (int i = 0; i < flags.size(); i++) {
            int flag = flags.intAt(i);
            if (flag < 0) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "bit 31 of a channel flag must be 0, got 0x%x at index %d",
                                flag,
                                i));
            }
        }
    }

    public BankLayout layout() {
        return layout;
    }

    public FieldScheme idScheme() {
        return idScheme;
    }

    public Header header() {
        return header;
    }

    /// Number of channels.
    public int size() {
        return ids.size();
    }

    public Column ids() {
        return ids;
    }

    public Column flags() {
        return flags;
    }

    /// The columns in the layout's order.
    public List<Column> columns() {
        return columns;
    }

    /// The column of a field; value k of row i of an array field stands at `i * length + k`.
    ///
    /// @throws IllegalArgumentException if the layout has no such field
    public Column column(String fieldName) {
        return columns.get(layout.index(fieldName));
    }

    /// Dense index of a channel id, or -1. Whoever asks often takes an [IdIndex#of] the ids.
    public int index(int channelId) {
        return idIndex.index(channelId);
    }

    /// Before the first channel, to be stepped through.
    public ChannelCursor channels() {
        return new ChannelCursor(this);
    }

    public Journal journal() {
        return journal;
    }

    /// The same content under a longer journal.
    ///
    /// @throws IllegalArgumentException if the journal does not continue this bank's own
    public Bank with(Journal longer) {
        if (!longer.continues(journal)) {
            throw new IllegalArgumentException("a bank's journal can only grow");
        }
        return new Bank(layout, idScheme, header, ids, flags, columns, longer);
    }

    /// What describes the columns, as canonical text.
    ///
    /// @see CanonicalJson
    public String schemaText() {
        return CanonicalJson.of(layout, idScheme, header);
    }

    /// SHA-256 of the schema's text followed by the bytes of ids, flags and fields: equal for equal
    /// content. The journal is no part of it.
    public Sha256 identity() {
        MessageDigest digest = Sha256.digester();
        digest.update(schemaText().getBytes(StandardCharsets.UTF_8));
        Sha256.update(digest, ids.bytes());
        Sha256.update(digest, flags.bytes());
        columns.forEach(column -> Sha256.update(digest, column.bytes()));
        return Sha256.finish(digest);
    }

    /// Names of the parts in which two banks differ bit by bit, journals aside; empty if in none.
    public List<String> differences(Bank other) {
        var names = new ArrayList<String>();
        if (!layout.equals(other.layout)) names.add("layout");
        if (!idScheme.equals(other.idScheme)) names.add("id scheme");
        if (!header.equals(other.header)) names.add("header");
        if (!ids.hasSameBits(other.ids)) names.add("id");
        if (!flags.hasSameBits(other.flags)) names.add("flag");
        if (layout.equals(other.layout)) {
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).hasSameBits(other.columns.get(i))) {
                    names.add(layout.fields().get(i).name());
                }
            }
        }
        return names;
    }
}
