package tare.conditions.type;

import java.util.Locale;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Quality;

/// What public bits say about quality and condition: where the bits under a mask are exactly these,
/// a channel is at least that bad.
///
/// @param mask within the 16 public bits
/// @param bits within the mask, not 0
public record Marking(int mask, int bits, Quality quality, Condition condition) {
    public Marking {
        if ((mask & ~ChannelFlag.PUBLIC_MASK) != 0 || bits == 0 || (bits & ~mask) != 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a marking has bits other than 0 within a mask of public bits, got 0x%x"
                                    + " within 0x%x",
                            bits,
                            mask));
        }
    }

    boolean matches(int flag) {
        return (flag & mask) == bits;
    }

    /// The flag, made at least this bad if its public bits match.
    public int applyTo(int flag) {
        if (!matches(flag)) return flag;
        var old = new ChannelFlag(flag);
        return old.with(Severity.worst(old.quality(), quality))
                .with(Severity.worst(old.condition(), condition))
                .bits();
    }
}
