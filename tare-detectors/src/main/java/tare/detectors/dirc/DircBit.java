package tare.detectors.dirc;

import java.util.Arrays;
import java.util.List;
import tare.conditions.type.Check;
import tare.conditions.type.Cut;
import tare.conditions.type.Marking;
import tare.core.channel.Condition;
import tare.core.channel.Quality;

/// Public bits of a DIRC channel's flag, one per test, the same for all types; and what they say
/// about the tube. The order is frozen: a bit is the constant's place.
public enum DircBit {
    /// The value lies where no tube is.
    OUT_OF_RANGE(Quality.BAD, Condition.ALIVE),
    /// The spread is that of no working tube; with times it means hits at random.
    WIDE(Quality.BAD, Condition.NOISY),
    /// The value is not what it was.
    MOVED(Quality.SUSPECT, Condition.UNSTABLE),
    /// Too few samples for a value that could be trusted.
    FEW_SAMPLES(Quality.SUSPECT, Condition.ALIVE),
    /// The value is not what it was, measured by its errors, however little that is.
    SIGNIFICANT(Quality.GOOD, Condition.ALIVE);

    /// All bits count in a verdict.
    static final int VERDICT_MASK = (1 << values().length) - 1;

    private final Quality quality;
    private final Condition condition;

    DircBit(Quality quality, Condition condition) {
        this.quality = quality;
        this.condition = condition;
    }

    /// The bit as a mask of flags.
    public int mask() {
        return 1 << ordinal();
    }

    Cut cut(Check check) {
        return new Cut(check, ordinal());
    }

    static List<Marking> markings() {
        return Arrays.stream(values())
                .filter(bit -> bit != SIGNIFICANT)
                .map(bit -> new Marking(bit.mask(), bit.mask(), bit.quality, bit.condition))
                .toList();
    }
}
