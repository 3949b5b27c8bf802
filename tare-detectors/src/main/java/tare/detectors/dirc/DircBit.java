package tare.detectors.dirc;

import java.util.List;
import java.util.stream.Stream;
import tare.conditions.type.Check;
import tare.conditions.type.Cut;
import tare.conditions.type.Marking;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Quality;

/// Public bits of a DIRC channel's flag, the same for all types; and what they say about the tube.
/// The order is frozen: a bit is the constant's place.
public enum DircBit {
    /// It never answered. Set by the calibration: where there is no value, the gate tests none.
    SILENT(Quality.BAD, Condition.DEAD),
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

    /// The flag of a tube that never answered.
    static int silent(int flag) {
        var old = new ChannelFlag(flag);
        return old.with(SILENT.quality)
                .with(SILENT.condition)
                .withPublic(old.publicBits() | SILENT.mask())
                .bits();
    }

    /// What the gate's tests say of a tube.
    static List<Marking> ofTests() {
        return Stream.of(OUT_OF_RANGE, WIDE, MOVED, FEW_SAMPLES).map(DircBit::marking).toList();
    }

    /// What a type's bits say of the general status.
    static List<Marking> ofStatus() {
        return Stream.of(SILENT, OUT_OF_RANGE, WIDE, MOVED, FEW_SAMPLES)
                .map(DircBit::marking)
                .toList();
    }

    private Marking marking() {
        return new Marking(mask(), mask(), quality, condition);
    }
}
