package tare.detectors.pixel.raw;

/// The last 64-bit word of a FED block.
///
/// | bits | meaning |
/// | --- | --- |
/// | 63–60 | 0xA |
/// | 59–56 | 0 |
/// | 55–32 | block length in 64-bit words, header and trailer included |
/// | 31–16 | CRC-16 |
/// | 15, 14 | wrong FED id, S-LINK error |
/// | 11–8, 7–4 | event status, TTS state |
/// | 3 | another trailer follows |
/// | 2 | CRC error flag |
/// | 1–0 | 0 |
///
/// A clean trailer has a length below 2^14, bits 12–15 zero and the low nibble zero: the test of
/// PixelDumpDataInputSource. Hit words of FEDs with 48 links can begin with 0xA, so the top nibble
/// alone would not do. That test also passes over trailers that carry an error flag; those are
/// recognised here when their length agrees with the block. Layout: fed_trailer.h of
/// pixeltrack-standalone.
///
/// @param word the 64 bits as read
public record FedTrailer(long word) {
    private static final long CLEAN_MASK = 0xFFFF_C000_0000_F00FL;
    private static final long ANY_MASK = 0xFFFF_C000_0000_0003L;
    private static final long VALUE = 0xA000_0000_0000_0000L;

    /// Longest block that a trailer can close, in 64-bit words.
    public static final int MAX_LENGTH = (1 << 14) - 1;

    /// A trailer with status and TTS state 0.
    ///
    /// @param length64 block length in 64-bit words, header and trailer included
    public static FedTrailer of(int length64, int crc) {
        FedHeader.requireFits("block length", length64, MAX_LENGTH);
        FedHeader.requireFits("CRC", crc, 0xFFFF);
        return new FedTrailer(VALUE | (long) length64 << 32 | (long) crc << 16);
    }

    /// Whether a word is a trailer without error flags.
    public static boolean isClean(long word) {
        return (word & CLEAN_MASK) == VALUE;
    }

    /// Whether a word has the form of a trailer, with or without error flags.
    public static boolean matches(long word) {
        return (word & ANY_MASK) == VALUE;
    }

    public int length64() {
        return (int) (word >>> 32) & 0xFF_FFFF;
    }

    public int crc() {
        return (int) (word >>> 16) & 0xFFFF;
    }

    public boolean hasCrcError() {
        return (word & 1L << 2) != 0;
    }

    public int eventStatus() {
        return (int) (word >>> 8) & 0xF;
    }

    public int ttsState() {
        return (int) (word >>> 4) & 0xF;
    }
}
