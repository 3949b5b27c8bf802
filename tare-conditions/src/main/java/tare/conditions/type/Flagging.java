package tare.conditions.type;

import java.util.List;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;

/// What becomes of the public bits that a test sets.
///
/// @param verdictMask bits that count towards the verdict; a channel with others only is flagged
///     and passes
/// @param markings from public bits to quality and condition
public record Flagging(int verdictMask, List<Marking> markings) {
    /// All bits count, and say nothing about quality.
    public static final Flagging PLAIN = new Flagging(ChannelFlag.PUBLIC_MASK, List.of());

    public Flagging {
        markings = List.copyOf(markings);
        if ((verdictMask & ~ChannelFlag.PUBLIC_MASK) != 0) {
            throw new IllegalArgumentException(
                    "the verdict's mask holds public bits, got 0x"
                            + Integer.toHexString(verdictMask));
        }
    }

    /// Whether a failure of a cut counts.
    boolean counts(Cut cut) {
        return cut.publicBit() == Cut.NO_BIT || (cut.mask() & verdictMask) != 0;
    }

    int mark(int flag) {
        int marked = flag;
        for (Marking marking : markings) marked = marking.applyTo(marked);
        return marked;
    }

    /// Whether it is only these markings that call a channel bad.
    boolean callsBad(int flag) {
        return markings.stream().anyMatch(m -> m.quality() == Quality.BAD && m.matches(flag));
    }
}
