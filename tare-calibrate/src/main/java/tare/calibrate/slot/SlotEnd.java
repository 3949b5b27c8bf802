package tare.calibrate.slot;

/// What ends a slot that has its statistics.
public sealed interface SlotEnd {
    /// A line of a grid.
    ///
    /// On [tare.core.time.TimeAxis#RUN_LUMI] the grid is counted in luminosity sections and starts
    /// anew at section 1 of each run.
    ///
    /// @param length in units of the axis, 1 or more
    record Every(long length, FirstSlot first) implements SlotEnd {
        public Every {
            if (length < 1) {
                throw new IllegalArgumentException(
                        "a slot is 1 unit of time or longer, got "
                                + length
                                + "; slots of length 0 are untilEnough");
            }
        }
    }

    /// The statistics themselves, as soon as they suffice.
    record Enough() implements SlotEnd {}

    /// The end of the run, which the caller knows.
    record EndOfRun() implements SlotEnd {}
}
