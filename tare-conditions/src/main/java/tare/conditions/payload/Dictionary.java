package tare.conditions.payload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/// Few different values shared by many channels: a table of entries and an index per value.
///
/// | bytes | content, all of it compressed with zstd |
/// | --- | --- |
/// | 4 | entries, at most a quarter of the values |
/// | entries · width | the different values, bit by bit, in the order in which they come |
/// | values · 1, 2 or 4 | indexes: 1 byte up to 256 entries, 2 up to 65,536, 4 beyond |
final class Dictionary {
    private static final int FEWER = 4;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private final int width;
    private final ByteBuffer raw;
    private final int[] slots;
    private final long[] entries;
    private final int[] indexes;
    private int size;

    private Dictionary(byte[] raw, int width) {
        this.width = width;
        this.raw = littleEndian(raw);
        int values = raw.length / width;
        entries = new long[values / FEWER];
        indexes = new int[values];
        slots = new int[Integer.highestOneBit(Math.max(entries.length, 1)) * 4];
    }

    /// Whether at most a quarter of the values differ. Stops at the first that is one too many.
    static boolean isWorthwhile(byte[] raw, int width) {
        return new Dictionary(raw, width).isFilled();
    }

    private boolean isFilled() {
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = index(value(raw, i * width));
            if (indexes[i] < 0) return false;
        }
        return indexes.length > 0;
    }

    private int index(long value) {
        int slot =
                (int) (value * GOLDEN >>> Long.SIZE - Integer.numberOfTrailingZeros(slots.length));
        while (slots[slot] != 0) {
            if (entries[slots[slot] - 1] == value) return slots[slot] - 1;
            slot = slot + 1 & slots.length - 1;
        }
        if (size == entries.length) return -1;
        entries[size++] = value;
        slots[slot] = size;
        return size - 1;
    }

    private long value(ByteBuffer buffer, int at) {
        return width == Integer.BYTES ? buffer.getInt(at) : buffer.getLong(at);
    }

    /// @throws IllegalArgumentException if it is not worthwhile
    static byte[] encode(byte[] raw, int width) {
        var dictionary = new Dictionary(raw, width);
        if (!dictionary.isFilled()) {
            throw new IllegalArgumentException("more than a quarter of the values differ");
        }
        return Codec.deflate(dictionary.bytes());
    }

    private byte[] bytes() {
        int indexWidth = indexWidth(size);
        byte[] bytes = new byte[Integer.BYTES + size * width + indexes.length * indexWidth];
        ByteBuffer out = littleEndian(bytes).putInt(size);
        for (int i = 0; i < size; i++) {
            if (width == Integer.BYTES) out.putInt((int) entries[i]);
            else out.putLong(entries[i]);
        }
        for (int index : indexes) {
            switch (indexWidth) {
                case 1 -> out.put((byte) index);
                case 2 -> out.putShort((short) index);
                default -> out.putInt(index);
            }
        }
        return bytes;
    }

    private static int indexWidth(int entries) {
        if (entries <= 1 << 8) return 1;
        return entries <= 1 << 16 ? 2 : 4;
    }

    /// @throws IllegalArgumentException if the bytes are no dictionary of exactly these values
    static byte[] decode(byte[] stored, int rawLength, int width) {
        int values = rawLength / width;
        long most = Integer.BYTES + (long) values / FEWER * width + (long) values * Integer.BYTES;
        long claimed = Codec.claimedLength(stored);
        if (claimed < Integer.BYTES || claimed > most) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a dictionary of %d bytes", claimed));
        }
        byte[] bytes = Codec.inflate(stored, (int) claimed);
        ByteBuffer in = littleEndian(bytes);
        int entries = in.getInt();
        int indexAt = Integer.BYTES + entries * width;
        if (entries < 1
                || entries > values / FEWER
                || claimed != indexAt + (long) values * indexWidth(entries)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d entries for %d values in %d bytes",
                            entries,
                            values,
                            claimed));
        }
        byte[] raw = new byte[rawLength];
        int indexWidth = indexWidth(entries);
        for (int i = 0; i < values; i++) {
            int index = index(in, indexAt + i * indexWidth, indexWidth);
            if (index < 0 || index >= entries) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT, "value %d is entry %d of %d", i, index, entries));
            }
            System.arraycopy(bytes, Integer.BYTES + index * width, raw, i * width, width);
        }
        return raw;
    }

    private static int index(ByteBuffer in, int at, int indexWidth) {
        return switch (indexWidth) {
            case 1 -> Byte.toUnsignedInt(in.get(at));
            case 2 -> Short.toUnsignedInt(in.getShort(at));
            default -> in.getInt(at);
        };
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
