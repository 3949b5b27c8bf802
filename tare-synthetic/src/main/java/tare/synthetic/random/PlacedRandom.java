package tare.synthetic.random;

import java.util.random.RandomGenerator;

/// Random numbers for places in a table, say channel and pulse, that can be visited in any order.
///
/// At a place it draws the numbers of that place: whoever asks, and whatever was drawn before. So a
/// simulation can be divided among threads, or go on after an interruption, and give the same
/// bytes. Nothing is allocated per place. Source of the sequence: G. L. Steele, D. Lea, C. H.
/// Flood, OOPSLA 2014 (SplitMix64). Not thread-safe; each thread has its own.
public final class PlacedRandom implements RandomGenerator {
    private final long seed;
    private long state;

    public PlacedRandom(long seed) {
        this.seed = seed;
        at(0, 0);
    }

    /// Goes to the beginning of a place.
    public PlacedRandom at(long row, long column) {
        state = Seed.of(seed, row, column);
        return this;
    }

    @Override
    public long nextLong() {
        state += Seed.GOLDEN_RATIO;
        return Seed.mix(state);
    }
}
