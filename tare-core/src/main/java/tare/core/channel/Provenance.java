package tare.core.channel;

/// Where a channel's values come from. Bits 25–26 of a [ChannelFlag].
public enum Provenance {
    MEASURED("measured"),
    FROM_REFERENCE("from reference"),
    AVERAGED("averaged"),
    DEFAULT("default");

    static final int SHIFT = 25;
    static final int MASK = 0x3 << SHIFT;

    private final String label;

    Provenance(String label) {
        this.label = label;
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// The field's bits in a channel flag; codes are the constants' frozen order.
    public int bits() {
        return ordinal() << SHIFT;
    }

    static Provenance of(int flag) {
        return values()[(flag & MASK) >>> SHIFT];
    }
}
