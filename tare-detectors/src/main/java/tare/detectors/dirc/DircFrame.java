package tare.detectors.dirc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The raw format: a TDC file is a sequence of frames, one per crate and flash.
///
/// Words have 32 bits, little-endian; bit 0 is the lowest. A frame with n hits has n + 4 words:
///
/// | word | bits | meaning |
/// | --- | --- | --- |
/// | 0 | 31–24 | 0xD1, begins a frame |
/// | | 23–20 | version of this format, 1 |
/// | | 19–16 | crate |
/// | | 15–0 | n |
/// | 1 | 31–0 | number of the flash, unsigned |
/// | 2 to n + 1 | 31–26 | 0 |
/// | | 25–22 | board |
/// | | 21–16 | TDC channel of the board |
/// | | 15–0 | time since the flash [TDC counts] |
/// | n + 2 | 31–24 | 0x1D, ends a frame |
/// | | 23–0 | n + 4, the length of the frame in words |
/// | n + 3 | 31–0 | CRC-32C (Castagnoli) of the bytes of words 0 to n + 2 |
///
/// What a TDC count is, say [DircTimes]. Length at both ends and the checksum tell a frame from
/// words that only look like its beginning, so one damaged word costs one frame.
final class DircFrame {
    static final int MAX_HITS = 0xFFFF;
    static final int VERSION = 1;

    /// Words before the hits, and words after them.
    static final int HEADER_WORDS = 2;

    static final int TRAILER_WORDS = 2;

    /// Crates that a header can name.
    static final int CRATES = 16;

    /// Boards and channels that a hit can name: its address has this many bits.
    static final int ADDRESS_BITS = 10;

    private static final int BEGIN = 0xD1;
    private static final int END = 0x1D;
    private static final int TIME_BITS = 16;

    static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private DircFrame() {}

    /// @throws IllegalArgumentException if a number does not fit its field
    static int header(int crate, int hits) {
        requireFits("crate", crate, CRATES - 1);
        requireFits("hits of a frame", hits, MAX_HITS);
        return BEGIN << 24 | VERSION << 20 | crate << 16 | hits;
    }

    static boolean begins(int word) {
        return word >>> 24 == BEGIN;
    }

    static int version(int header) {
        return header >>> 20 & 0xF;
    }

    static int crate(int header) {
        return header >>> 16 & 0xF;
    }

    static int hits(int header) {
        return header & MAX_HITS;
    }

    /// @param address board and channel, the lower bits of a [DircMap#TDC_CHANNELS] address
    /// @throws IllegalArgumentException if a number does not fit its field
    static int hit(int address, int time) {
        requireFits("board and channel", address, (1 << ADDRESS_BITS) - 1);
        requireFits("time", time, DircTimes.MAX_COUNTS);
        return address << TIME_BITS | time;
    }

    /// Whether the bits that no hit uses are 0.
    static boolean isHit(int word) {
        return word >>> TIME_BITS + ADDRESS_BITS == 0;
    }

    static int address(int hit) {
        return hit >>> TIME_BITS;
    }

    static int time(int hit) {
        return hit & DircTimes.MAX_COUNTS;
    }

    static int words(int hits) {
        return HEADER_WORDS + hits + TRAILER_WORDS;
    }

    static int trailer(int hits) {
        return END << 24 | words(hits);
    }

    /// CRC-32C of words.
    static int checksum(MemorySegment bytes, long offset, long words) {
        var checksum = new CRC32C();
        checksum.update(bytes.asSlice(offset, words * Integer.BYTES).asByteBuffer());
        return (int) checksum.getValue();
    }

    private static void requireFits(String what, int value, int max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(what + " must be 0.." + max + ", got " + value);
        }
    }
}
