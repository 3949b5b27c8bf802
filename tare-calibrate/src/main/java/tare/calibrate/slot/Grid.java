package tare.calibrate.slot;

import tare.core.time.IntervalOfValidity;
import tare.core.time.TimeAxis;

/// The lines at which slots may end. Without a fixed length there are none: a cell begins where one
/// asks and has no end.
record Grid(TimeAxis axis, SlotEnd end, long origin) {
    private static final long FIRST_SECTION = 1;
    private static final long SECTIONS = 1L << 32;

    /// The grid of a stream that begins at this time.
    static Grid of(Slots slots, long firstTime) {
        boolean full =
                slots.end() instanceof SlotEnd.Every(_, FirstSlot first) && first == FirstSlot.FULL;
        return new Grid(slots.axis(), slots.end(), full ? firstTime : 0);
    }

    /// The last line at or before a time.
    long since(long time) {
        return switch (end) {
            case SlotEnd.Every(long length, _) -> {
                long base = base(time);
                yield time < base ? time : base + (time - base) / length * length;
            }
            case SlotEnd.Enough _, SlotEnd.EndOfRun _ -> time;
        };
    }

    /// The first line after a time.
    long until(long time) {
        return switch (end) {
            case SlotEnd.Every(long length, _) -> {
                long line = saturated(since(Math.max(time, base(time))), length);
                yield axis == TimeAxis.RUN_LUMI ? Math.min(line, nextRun(time)) : line;
            }
            case SlotEnd.Enough _, SlotEnd.EndOfRun _ -> IntervalOfValidity.OPEN;
        };
    }

    /// The end of the very first slot.
    long firstUntil(long time) {
        boolean joins =
                end instanceof SlotEnd.Every(_, FirstSlot first)
                        && first == FirstSlot.JOINED
                        && since(time) != time;
        return joins ? until(until(time)) : until(time);
    }

    private long base(long time) {
        return axis == TimeAxis.RUN_LUMI ? time / SECTIONS * SECTIONS + FIRST_SECTION : origin;
    }

    private static long nextRun(long time) {
        return saturated(time / SECTIONS * SECTIONS, SECTIONS);
    }

    private static long saturated(long time, long length) {
        return time > IntervalOfValidity.OPEN - length ? IntervalOfValidity.OPEN : time + length;
    }
}
