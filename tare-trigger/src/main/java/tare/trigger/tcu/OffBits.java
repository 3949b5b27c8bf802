package tare.trigger.tcu;

/// What off bits do.
public enum OffBits {
    /// They are stored and not looked at, as in the public simulator; results then agree with it.
    IGNORED,

    /// A definition fires only if none of its off bits is set.
    TESTED
}
