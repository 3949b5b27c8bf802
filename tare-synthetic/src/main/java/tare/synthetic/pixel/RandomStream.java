package tare.synthetic.pixel;

import java.util.SplittableRandom;

/// Independent random numbers for every purpose and place.
///
/// What a place draws depends on seed, purpose and number alone: not on threads, not on order, not
/// on what else is simulated. Seeds are mixed by the finaliser of MurmurHash3 with the constants of
/// David Stafford's variant 13.
enum RandomStream {
    MODULE,
    ROC,
    PIXEL,
    FAULT,
    PULSE,
    READOUT,
    BENCH;

    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    SplittableRandom of(long seed, long number) {
        long ofPurpose = mix(seed + (ordinal() + 1) * GOLDEN_RATIO);
        return new SplittableRandom(mix(ofPurpose + number * GOLDEN_RATIO));
    }

    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    /// Number of events of a rare kind.
    ///
    /// Knuth's product of uniform numbers; larger means are split, for the product not to vanish.
    static int poisson(SplittableRandom random, double mean) {
        if (mean <= 0) return 0;
        if (mean > 30) return poisson(random, 30) + poisson(random, mean - 30);
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
