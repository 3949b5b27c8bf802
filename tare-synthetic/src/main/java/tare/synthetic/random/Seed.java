package tare.synthetic.random;

/// Seeds for independent streams of random numbers.
///
/// Mixed by the finaliser of MurmurHash3 with the constants of David Stafford's variant 13.
public final class Seed {
    static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private Seed() {}

    /// The seed of a stream.
    ///
    /// @param purpose what is drawn
    /// @param number for which place
    public static long of(long seed, long purpose, long number) {
        long ofPurpose = mix(seed + (purpose + 1) * GOLDEN_RATIO);
        return mix(ofPurpose + number * GOLDEN_RATIO);
    }

    static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
