package tare.synthetic.pixel;

import java.util.SplittableRandom;
import tare.synthetic.random.Seed;

/// Independent random numbers for every purpose and place.
///
/// What a place draws depends on seed, purpose and number alone: not on threads, not on order, not
/// on what else is simulated.
enum RandomStream {
    MODULE,
    ROC,
    PIXEL,
    FAULT,
    PULSE,
    READOUT,
    BENCH;

    SplittableRandom of(long seed, long number) {
        return new SplittableRandom(Seed.of(seed, ordinal(), number));
    }
}
