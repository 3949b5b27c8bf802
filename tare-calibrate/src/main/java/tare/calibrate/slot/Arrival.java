package tare.calibrate.slot;

/// What became of an input when it arrived.
public sealed interface Arrival {
    String name();

    /// It waits for its turn, or has been added.
    record Accepted(String name) implements Arrival {}

    /// It was accounted for before a restart, and the source delivered it again.
    record Known(String name) implements Arrival {}

    /// It came after the window had passed and is in no slot.
    ///
    /// @param behind by how many units of the axis it missed the window
    /// @param samples that it held, refused ones included
    record Late(String name, long time, long behind, long samples) implements Arrival {}

    /// An input of this name and time had arrived already; it is not added again.
    record Repeated(String name, long time) implements Arrival {}
}
