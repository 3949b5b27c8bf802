package tare.conditions.type;

/// A check, and the public bit of a channel's flag that says that it failed.
///
/// @param publicBit 0 to 15, or [#NO_BIT]
public record Cut(Check check, int publicBit) {
    public static final int NO_BIT = -1;
    private static final int BITS = 16;

    public Cut {
        if (publicBit < NO_BIT || publicBit >= BITS) {
            throw new IllegalArgumentException(
                    "the public bits of a flag are 0 to " + (BITS - 1) + ", got " + publicBit);
        }
        if (check instanceof Check.BadChannels && publicBit != NO_BIT) {
            throw new IllegalArgumentException(
                    "'" + check + "' is about the bank; no channel can have its bit");
        }
    }

    /// The bit as a mask, 0 if there is none.
    int mask() {
        return publicBit == NO_BIT ? 0 : 1 << publicBit;
    }
}
