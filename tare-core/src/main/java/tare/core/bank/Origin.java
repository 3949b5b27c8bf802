package tare.core.bank;

/// Where the constants of a bank come from. Bits 22–24 of a [HeaderFlag].
public enum Origin {
    ELECTRONICS_PULSER("electronics pulser"),
    NATURAL_SOURCE("natural source"),
    SIMULATION("simulation"),
    HAND_ENTERED("entered by hand"),
    DERIVED("derived from other banks"),
    MIGRATED("migrated"),
    /// Sums of an accumulation that goes on.
    PARTIAL_SUMS("partial sums"),
    /// A code of a newer version; it can be read, never written.
    UNKNOWN("unknown origin");

    static final int SHIFT = 22;
    static final int MASK = 0x7 << SHIFT;

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// The field's bits in a header flag; codes are the constants' frozen order.
    ///
    /// @throws IllegalArgumentException for `UNKNOWN`
    public int bits() {
        if (this == UNKNOWN) throw new IllegalArgumentException("an unknown origin has no code");
        return ordinal() << SHIFT;
    }

    static Origin of(int flag) {
        return values()[(flag & MASK) >>> SHIFT];
    }
}
