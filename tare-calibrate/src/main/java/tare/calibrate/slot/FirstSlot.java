package tare.calibrate.slot;

/// Where slots of a fixed length begin. Data seldom begin on a line of the grid.
public enum FirstSlot {
    /// Lines at multiples of the length; the first slot ends at the first line, however short it
    /// then is. It must have its statistics like any other, or is extended.
    SHORT,
    /// Lines at multiples of the length; a first slot that begins between two lines lasts one
    /// length more.
    JOINED,
    /// Lines are counted from the first input, so that no slot is short.
    FULL
}
