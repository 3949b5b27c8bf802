package tare.conditions.payload;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;

/// Reads one container of any version, trusting nothing: a length is compared with what is there
/// before it is used, a checksum before the content is looked at.
final class BankReader {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final String HEADER = "header";

    private final MemorySegment container;
    private final long size;
    private final int version;
    private final int schemaBytes;
    private final int rows;
    private final int columns;
    private final long schemaOffset;
    private final Schema schema;

    BankReader(MemorySegment container) {
        this.container = container;
        size = container.byteSize();
        version = version();
        schemaBytes = count(12, Integer.MAX_VALUE, "schema bytes");
        rows = count(16, BankFormat.MAX_ROWS, "rows");
        columns = count(20, BankFormat.MAX_COLUMNS, "columns");
        schemaOffset = BankFormat.HEADER_BYTES + (long) BankFormat.ENTRY_BYTES * columns;
        requireWhole();
        schema = schema();
    }

    private int version() {
        if (size < Long.BYTES || container.get(LONG, 0) != BankFormat.MAGIC) {
            throw new NotABankException(size);
        }
        if (size < BankFormat.HEADER_BYTES) {
            throw new CorruptBankException(size, HEADER, "it ends within the header");
        }
        long found = Integer.toUnsignedLong(container.get(INT, 8));
        if (found > BankFormat.VERSION) throw new TooNewException(found);
        if (found < 1) throw new CorruptBankException(8, HEADER, "format version " + found);
        return (int) found;
    }

    private int count(long offset, int limit, String what) {
        int count = container.get(INT, offset);
        if (count < 0 || count > limit) {
            throw new CorruptBankException(
                    offset, HEADER, Integer.toUnsignedString(count) + " " + what);
        }
        return count;
    }

    private void requireWhole() {
        long length = container.get(LONG, 24);
        if (length != size) {
            throw new CorruptBankException(
                    Math.min(size, 24),
                    HEADER,
                    String.format(Locale.ROOT, "%d bytes of %d", size, length));
        }
        if (container.get(INT, 32) != schemaOffset || schemaOffset + schemaBytes > size) {
            throw new CorruptBankException(32, HEADER, "the schema lies outside the container");
        }
        int crc = BankFormat.headerCrc(container, schemaOffset + schemaBytes);
        requireChecksum(crc, container.get(INT, BankFormat.CHECKED_HEADER_BYTES), 0, HEADER);
    }

    private Schema schema() {
        try {
            Schema read = Schema.of(schemaText());
            if (read.columns().size() == columns) return read;
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "it describes %d columns of %d",
                            read.columns().size(),
                            columns));
        } catch (IllegalArgumentException e) {
            throw because(e, schemaOffset, "schema");
        }
    }

    private byte[] schemaText() {
        return container.asSlice(schemaOffset, schemaBytes).toArray(ValueLayout.JAVA_BYTE);
    }

    Bank bank() {
        var read = new ArrayList<Column>(columns);
        long end = schemaOffset + schemaBytes;
        for (FieldDefinition field : schema.columns()) {
            long entry = BankFormat.HEADER_BYTES + (long) BankFormat.ENTRY_BYTES * read.size();
            read.add(column(field, entry, end));
            end = container.get(LONG, entry) + container.get(LONG, entry + 8);
        }
        if (end != size) {
            throw new CorruptBankException(
                    end, HEADER, (size - end) + " bytes after the last column");
        }
        return bank(read);
    }

    private Bank bank(List<Column> read) {
        try {
            return Bank.of(
                    schema.layout(),
                    schema.idScheme(),
                    schema.header(),
                    read.get(0),
                    read.get(1),
                    read.subList(2, columns),
                    Journal.EMPTY);
        } catch (IllegalArgumentException e) {
            throw because(e, container.get(LONG, BankFormat.HEADER_BYTES), "column id");
        }
    }

    private Column column(FieldDefinition field, long entry, long endBefore) {
        String part = "column " + field.name();
        long offset = container.get(LONG, entry);
        long stored = container.get(LONG, entry + 8);
        if (offset != BankFormat.aligned(endBefore)
                || offset > size
                || stored < 0
                || stored > size - offset
                || stored > (long) rows * field.bytes()
                || (long) rows * field.bytes() > BankFormat.MAX_COLUMN_BYTES) {
            throw new CorruptBankException(
                    entry,
                    part,
                    String.format(Locale.ROOT, "%d bytes at offset %d", stored, offset));
        }
        for (long at = endBefore; at < offset; at++) {
            if (container.get(ValueLayout.JAVA_BYTE, at) != 0) {
                throw new CorruptBankException(at, part, "the padding before it is not 0");
            }
        }
        MemorySegment bytes = container.asSlice(offset, stored);
        int crc = BankFormat.crc(bytes.asByteBuffer());
        requireChecksum(crc, container.get(INT, entry + 20), offset, part);
        try {
            return Column.over(field.type(), decoded(field, entry, bytes));
        } catch (IllegalArgumentException e) {
            throw because(e, offset, part);
        }
    }

    private MemorySegment decoded(FieldDefinition field, long entry, MemorySegment bytes) {
        int width = field.type().bytes();
        int rawBytes = rows * field.bytes();
        Codec codec = Codec.of(container.get(INT, entry + 16), version);
        if (codec == Codec.NONE) {
            if (bytes.byteSize() == rawBytes) return bytes;
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d bytes for %d values", bytes.byteSize(), rows));
        }
        byte[] stored = bytes.toArray(ValueLayout.JAVA_BYTE);
        return MemorySegment.ofArray(codec.decode(stored, rawBytes, width));
    }

    Sha256 identity(Bank bank) {
        MessageDigest digest = Sha256.digester();
        digest.update(schemaText());
        Schema.columns(bank).forEach(column -> Sha256.update(digest, column.bytes()));
        return Sha256.finish(digest);
    }

    private static void requireChecksum(int found, int expected, long offset, String part) {
        if (found != expected) {
            throw new CorruptBankException(
                    offset,
                    part,
                    String.format(
                            Locale.ROOT, "checksum %08x, its bytes give %08x", expected, found));
        }
    }

    private static CorruptBankException because(
            IllegalArgumentException cause, long offset, String part) {
        var corrupt = new CorruptBankException(offset, part, String.valueOf(cause.getMessage()));
        corrupt.initCause(cause);
        return corrupt;
    }
}
