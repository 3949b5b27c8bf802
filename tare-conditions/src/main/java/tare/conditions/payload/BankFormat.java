package tare.conditions.payload;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.hash.Sha256;

/// The payload container, version 2: one bank as bytes, little-endian. The same bytes are the frame
/// in which a bank travels.
///
/// | offset | bytes | content |
/// | --- | --- | --- |
/// | 0 | 8 | magic `TAREBANK` |
/// | 8 | 4 | format version, 2 |
/// | 12 | 4 | length of the schema |
/// | 16 | 4 | rows (channels), at most 2^24 |
/// | 20 | 4 | columns, at most 1,024 |
/// | 24 | 8 | length of the container |
/// | 32 | 4 | offset of the schema: 40 + 24 · columns |
/// | 36 | 4 | CRC-32C of bytes 0–35, the directory and the schema |
/// | 40 | 24 · columns | directory, one entry per column |
/// | | | schema: canonical JSON with `layout`, `idScheme`, `header` |
/// | | | columns: ids (I32), flags (I32), then the fields of the layout |
///
/// | in an entry | bytes | content |
/// | --- | --- | --- |
/// | 0 | 8 | offset of the column: where the part before ends, rounded up to 64 |
/// | 8 | 8 | stored length |
/// | 16 | 4 | codec: 0 none, 1 shuffle + zstd, 2 differences + shuffle + zstd, 3 planes + zstd, 4
/// dictionary + zstd |
/// | 20 | 4 | CRC-32C of the stored bytes |
///
/// Version 1 differs in its number, and has neither codecs 3 and 4 nor fields of several values.
/// Bytes between parts are 0, none follow the last column. The identity of a bank is the SHA-256 of
/// the schema's bytes followed by every column's uncompressed bytes; neither the journal nor the
/// compression is part of it. `docs/formats/bank.md` shows a reader in Python.
public final class BankFormat {
    /// The version that is written.
    public static final int VERSION = 2;

    static final String MAGIC_TEXT = "TAREBANK";
    static final long MAGIC =
            littleEndian(MAGIC_TEXT.getBytes(StandardCharsets.US_ASCII)).getLong();
    static final int HEADER_BYTES = 40;
    static final int CHECKED_HEADER_BYTES = 36;
    static final int ENTRY_BYTES = 24;
    static final int ALIGNMENT = 64;
    static final int MAX_ROWS = 1 << 24;
    static final int MAX_COLUMNS = 1024;
    static final int MAX_COLUMN_BYTES = 1 << 30;

    private BankFormat() {}

    /// The bank as bytes.
    ///
    /// @throws IllegalArgumentException if it has more rows or columns than the format allows
    public static Payload write(Bank bank, Compression compression) {
        List<Column> columns = Schema.columns(bank);
        long widest = columns.stream().mapToLong(c -> c.bytes().byteSize()).max().orElse(0);
        if (bank.size() > MAX_ROWS || columns.size() > MAX_COLUMNS || widest > MAX_COLUMN_BYTES) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a container holds %d rows, %d columns and %d bytes per column at most, got %d, %d and %d",
                            MAX_ROWS,
                            MAX_COLUMNS,
                            MAX_COLUMN_BYTES,
                            bank.size(),
                            columns.size(),
                            widest));
        }
        byte[] schema = Schema.of(bank).toBytes();
        MessageDigest digest = Sha256.digester();
        digest.update(schema);
        var stored = new ArrayList<StoredColumn>(columns.size());
        long rawBytes = schema.length;
        for (Column column : columns) {
            byte[] raw = column.bytes().toArray(ValueLayout.JAVA_BYTE);
            digest.update(raw);
            rawBytes += raw.length;
            stored.add(
                    compression == Compression.NONE
                            ? new StoredColumn(Codec.NONE, raw)
                            : StoredColumn.smallest(raw, column.type().bytes(), stored.isEmpty()));
        }
        byte[] container = assemble(bank.size(), schema, stored);
        return new Payload(Sha256.finish(digest), rawBytes, MemorySegment.ofArray(container));
    }

    /// The identity that [#write] gives.
    public static Sha256 identity(Bank bank) {
        return bank.identity();
    }

    /// A bank over the bytes of a container, with an empty journal. Every byte is checked; columns
    /// that are stored uncompressed are views of the segment, which must not change.
    ///
    /// @throws BankFormatException if the bytes are no container, of a newer version, or damaged
    public static Bank read(MemorySegment container) {
        return new BankReader(container).bank();
    }

    /// A bank that must have a known identity.
    ///
    /// @throws BankFormatException as [#read(MemorySegment)] does, or if the content is another
    ///     bank's
    public static Bank read(MemorySegment container, Sha256 identity) {
        var reader = new BankReader(container);
        Bank bank = reader.bank();
        Sha256 found = reader.identity(bank);
        if (!found.equals(identity)) {
            throw new CorruptBankException(
                    0, "header", "the content is that of " + found + ", not of " + identity);
        }
        return bank;
    }

    private static byte[] assemble(int rows, byte[] schema, List<StoredColumn> columns) {
        int schemaOffset = HEADER_BYTES + ENTRY_BYTES * columns.size();
        long end = schemaOffset + (long) schema.length;
        for (StoredColumn column : columns) end = aligned(end) + column.bytes.length;
        byte[] container = new byte[Math.toIntExact(end)];
        ByteBuffer out = littleEndian(container);
        out.putLong(MAGIC)
                .putInt(VERSION)
                .putInt(schema.length)
                .putInt(rows)
                .putInt(columns.size());
        out.putLong(end).putInt(schemaOffset);
        out.position(HEADER_BYTES);
        long at = schemaOffset + (long) schema.length;
        for (StoredColumn column : columns) {
            at = aligned(at);
            out.putLong(at).putLong(column.bytes.length);
            out.putInt(column.codec.code()).putInt(crc(ByteBuffer.wrap(column.bytes)));
            System.arraycopy(column.bytes, 0, container, (int) at, column.bytes.length);
            at += column.bytes.length;
        }
        out.put(schema);
        out.putInt(
                CHECKED_HEADER_BYTES, headerCrc(MemorySegment.ofArray(container), out.position()));
        return container;
    }

    static int headerCrc(MemorySegment container, long end) {
        var crc = new CRC32C();
        crc.update(container.asSlice(0, CHECKED_HEADER_BYTES).asByteBuffer());
        crc.update(container.asSlice(HEADER_BYTES, end - HEADER_BYTES).asByteBuffer());
        return (int) crc.getValue();
    }

    static int crc(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static long aligned(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class StoredColumn {
        private final Codec codec;
        private final byte[] bytes;

        private StoredColumn(Codec codec, byte[] bytes) {
            this.codec = codec;
            this.bytes = bytes;
        }

        private static StoredColumn smallest(byte[] raw, int width, boolean isIds) {
            var best = new StoredColumn(Codec.NONE, raw);
            if (isIds) return best.or(Codec.DELTA_SHUFFLE_ZSTD, raw, width);
            if (Dictionary.isWorthwhile(raw, width))
                best = best.or(Codec.DICTIONARY_ZSTD, raw, width);
            return best.or(Codec.PLANES_ZSTD, raw, width);
        }

        private StoredColumn or(Codec other, byte[] raw, int width) {
            byte[] encoded = other.encode(raw, width);
            return encoded.length < bytes.length ? new StoredColumn(other, encoded) : this;
        }
    }
}
