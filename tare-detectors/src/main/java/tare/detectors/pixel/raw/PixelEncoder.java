package tare.detectors.pixel.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/// Encodes FED blocks, the counterpart of [DumpIndex] and [PixelDecoder].
///
/// Fills a buffer that grows as needed and is used again after [#clear]; [DumpWriter] takes it to a
/// file. Words are kept as 32-bit halves, low half first, which is their order in the file. Hits
/// are made by [PixelWord#hit], other words by [StatusWord]. Writes what it is told, also nonsense:
/// it serves tests and simulations. One thread at a time; many encoders may fill in parallel.
public final class PixelEncoder {
    /// Most 32-bit words between header and trailer.
    public static final int MAX_PAYLOAD = 2 * (FedTrailer.MAX_LENGTH - 2);

    private static final int CRC_FLAG = 1 << 2;

    private int[] halves = new int[1 << 12];
    private int size;

    /// An empty buffer.
    public PixelEncoder() {}

    /// The word that a dump begins with.
    ///
    /// @throws IllegalArgumentException if the run number is negative
    public void runWord(int run) {
        FedHeader.requireFits("run", run, Integer.MAX_VALUE);
        put(run);
    }

    /// A 64-bit word that belongs to no block.
    ///
    /// @throws IllegalArgumentException if it is a header and so would open one
    public void stray(long word) {
        if (FedHeader.matches(word)) {
            throw new IllegalArgumentException(
                    "0x" + Long.toHexString(word) + " is a block header, not a stray word");
        }
        put(word);
    }

    /// A whole block; an odd number of words is filled up with a zero word.
    ///
    /// @param payload 32-bit words, valid from 0 to `count - 1`
    /// @throws IllegalArgumentException if they are more than [#MAX_PAYLOAD]; nothing is written
    public void block(FedHeader header, int[] payload, int count, BlockEnd end) {
        FedHeader.requireFits("payload words", count, MAX_PAYLOAD);
        put(header.word());
        int padded = count + count % 2;
        reserve(padded);
        System.arraycopy(payload, 0, halves, size, count);
        if (padded > count) halves[size + count] = 0;
        size += padded;
        put(end, padded / 2 + 2);
    }

    private void put(BlockEnd end, int length64) {
        switch (end) {
            case CLEAN -> put(FedTrailer.of(length64, 0).word());
            case CRC_FLAG -> put(FedTrailer.of(length64, 0).word() | CRC_FLAG);
            case WRONG_LENGTH -> put(FedTrailer.of(wrong(length64), 0).word());
            case NO_TRAILER -> {}
        }
    }

    private static int wrong(int length64) {
        return length64 < FedTrailer.MAX_LENGTH ? length64 + 1 : length64 - 1;
    }

    private void put(long word) {
        reserve(2);
        halves[size++] = (int) word;
        halves[size++] = (int) (word >>> 32);
    }

    private void reserve(int more) {
        if (size + more > halves.length) {
            halves = Arrays.copyOf(halves, Math.max(size + more, 2 * halves.length));
        }
    }

    /// Length of what is encoded.
    public long sizeBytes() {
        return (long) size * Integer.BYTES;
    }

    /// A copy of what is encoded, as it stands in a file.
    public byte[] toBytes() {
        byte[] bytes = new byte[size * Integer.BYTES];
        copy(0, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
        return bytes;
    }

    /// Forgets what was encoded.
    public void clear() {
        size = 0;
    }

    /// Copies halves from an index on into a little-endian buffer, as many as it takes.
    ///
    /// @return index of the first that was not copied
    int copy(int from, IntBuffer into) {
        int count = Math.min(size - from, into.remaining());
        into.put(halves, from, count);
        return from + count;
    }

    int halves() {
        return size;
    }
}
