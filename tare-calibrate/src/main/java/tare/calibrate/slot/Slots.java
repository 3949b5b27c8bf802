package tare.calibrate.slot;

import tare.core.time.TimeAxis;

/// How a stream is cut into slots.
///
/// A slot that lacks statistics at its end is not closed: it goes on as one with the next, until
/// they suffice. Nothing is closed before all data are in that the window waits for.
///
/// @param axis of the times; a unit is a run, a luminosity section, a nanosecond
/// @param enough the statistics that a slot needs
/// @param maxDelay an input this many units older than the newest is still waited for; what is
///     older yet is late: counted, reported and left out. A run boundary on [TimeAxis#RUN_LUMI] is
///     longer than any delay in sections
public record Slots(TimeAxis axis, SlotEnd end, MinimumStatistics enough, long maxDelay) {
    private static final long DELAY_LENGTHS = 3;

    public Slots {
        if (maxDelay < 0) throw new IllegalArgumentException("a delay is >= 0, got " + maxDelay);
        if (axis == TimeAxis.RUN_LUMI
                && end instanceof SlotEnd.Every(_, FirstSlot first)
                && first == FirstSlot.FULL) {
            throw new IllegalArgumentException(
                    "on RUN_LUMI the grid starts at section 1 of each run; take SHORT or JOINED");
        }
        if (end instanceof SlotEnd.Enough && enough.entries() == 0) {
            throw new IllegalArgumentException("slots that end when enough need a minimum");
        }
    }

    /// Slots of a fixed length, the first one perhaps short, which wait three lengths for data.
    public static Slots every(TimeAxis axis, long length) {
        var end = new SlotEnd.Every(length, FirstSlot.SHORT);
        return new Slots(
                axis, end, MinimumStatistics.NONE, Math.multiplyExact(DELAY_LENGTHS, length));
    }

    /// Slots without a length of their own, which end when the statistics suffice. They wait for
    /// nothing unless told to.
    public static Slots untilEnough(TimeAxis axis, long entries, double share) {
        return new Slots(axis, new SlotEnd.Enough(), new MinimumStatistics(entries, share), 0);
    }

    /// One slot per run, or per several if one has too little. They wait for all data of a run;
    /// told to wait for less, they add up and keep sums on the way.
    public static Slots endOfRunOnly(TimeAxis axis) {
        return new Slots(axis, new SlotEnd.EndOfRun(), MinimumStatistics.NONE, Long.MAX_VALUE);
    }

    public Slots atLeast(long entries, double share) {
        return new Slots(axis, end, new MinimumStatistics(entries, share), maxDelay);
    }

    /// @param delay in units of the axis
    public Slots waiting(long delay) {
        return new Slots(axis, end, enough, delay);
    }

    /// @throws IllegalStateException unless the slots have a fixed length
    public Slots with(FirstSlot first) {
        if (!(end instanceof SlotEnd.Every(long length, _))) {
            throw new IllegalStateException("only slots of a fixed length have a grid: " + this);
        }
        return new Slots(axis, new SlotEnd.Every(length, first), enough, maxDelay);
    }
}
