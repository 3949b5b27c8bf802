package tare.detectors.pixel.raw;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Builds small dumps in memory, sound ones and broken ones.
public final class DumpBuilder {
    public static final int FED = 1205;

    private long[] words = new long[256];
    private int size;

    /// A dump that begins with a run word.
    public static DumpBuilder ofRun(int run) {
        return new DumpBuilder().word(run);
    }

    public DumpBuilder word(long word) {
        if (size == words.length) words = Arrays.copyOf(words, 2 * size);
        words[size++] = word;
        return this;
    }

    /// A sound block.
    public DumpBuilder block(int event, int... payload) {
        return framed(event, FED, 0, payload);
    }

    /// A block with a sound length, of any FED and with any bits set in its trailer.
    public DumpBuilder framed(int event, int fed, long trailerBits, int... payload) {
        int from = size;
        open(event, fed, payload);
        return word(FedTrailer.of(size - from + 1, event & 0xFFFF).word() | trailerBits);
    }

    /// A block whose trailer carries a wrong length.
    public DumpBuilder blockOfLength(int event, int length64, int... payload) {
        return open(event, FED, payload).word(FedTrailer.of(length64, 0).word());
    }

    /// A block whose trailer was lost.
    public DumpBuilder open(int event, int fed, int... payload) {
        word(FedHeader.of(event, event % 3564, fed).word());
        for (int i = 0; i < payload.length; i += 2) {
            long high = i + 1 < payload.length ? payload[i + 1] : 0;
            word(high << 32 | payload[i] & 0xFFFF_FFFFL);
        }
        return this;
    }

    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(size * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) buffer.putLong(words[i]);
        return buffer.array();
    }

    public MemorySegment segment() {
        return MemorySegment.ofArray(bytes());
    }

    public DumpIndex index(Counting counting) {
        return DumpIndex.of(segment(), counting);
    }

    /// A status word (ROC field 25 to 31) of a link.
    public static int status(int link, int type) {
        return PixelWord.hit(link, type, 0, 0);
    }
}
