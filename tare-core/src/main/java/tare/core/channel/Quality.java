package tare.core.channel;

/// May a channel's constants be used? Bits 16–17 of a [ChannelFlag].
public enum Quality {
    GOOD("good"),
    SUSPECT("suspect"),
    BAD("bad"),
    NOT_ASSESSED("not assessed");

    static final int SHIFT = 16;
    static final int MASK = 0x3 << SHIFT;

    private final String label;

    Quality(String label) {
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

    static Quality of(int flag) {
        return values()[(flag & MASK) >>> SHIFT];
    }
}
