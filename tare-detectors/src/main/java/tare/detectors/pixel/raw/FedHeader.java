package tare.detectors.pixel.raw;

/// The first 64-bit word of a FED block.
///
/// | bits | meaning |
/// | --- | --- |
/// | 63–60 | 0x5 |
/// | 59–56 | event type, 0 here |
/// | 55–32 | event number (LV1 id), 24 bits |
/// | 31–20 | bunch crossing |
/// | 19–8 | source id = FED number |
/// | 7–4 | format version |
/// | 3 | another header follows |
/// | 2–0 | 0 |
///
/// Source: fed_header.h of pixeltrack-standalone; the test for a header is that of
/// PixelDumpDataInputSource.
///
/// @param word the 64 bits as read
public record FedHeader(long word) {
    static final int EVENT_MASK = 0xFF_FFFF;

    private static final long TEST_MASK = 0xFF00_0000_0000_000FL;
    private static final long TEST_VALUE = 0x5000_0000_0000_0000L;

    /// Largest event number that a header can carry.
    public static final int MAX_EVENT = EVENT_MASK;

    /// A header of format version 0.
    ///
    /// @throws IllegalArgumentException if a number does not fit its field
    public static FedHeader of(int eventNumber, int bunchCrossing, int fed) {
        requireFits("event number", eventNumber, EVENT_MASK);
        requireFits("bunch crossing", bunchCrossing, 0xFFF);
        requireFits("FED", fed, 0xFFF);
        return new FedHeader(
                TEST_VALUE
                        | (long) eventNumber << 32
                        | (long) bunchCrossing << 20
                        | (long) fed << 8);
    }

    static void requireFits(String what, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(what + " must be 0.." + max + ", got " + value);
        }
    }

    public static boolean matches(long word) {
        return (word & TEST_MASK) == TEST_VALUE;
    }

    public int eventNumber() {
        return (int) (word >>> 32) & EVENT_MASK;
    }

    public int bunchCrossing() {
        return (int) (word >>> 20) & 0xFFF;
    }

    public int fed() {
        return (int) (word >>> 8) & 0xFFF;
    }

    public int version() {
        return (int) (word >>> 4) & 0xF;
    }
}
