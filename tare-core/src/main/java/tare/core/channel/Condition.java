package tare.core.channel;

/// What the hardware of a channel does. Bits 18–20 of a [ChannelFlag].
public enum Condition {
    ALIVE("alive"),
    DEAD("dead"),
    NOISY("noisy"),
    MASKED("masked off"),
    UNSTABLE("unstable"),
    SATURATED("saturated"),
    NOT_INSTRUMENTED("not instrumented"),
    REPLACED("replaced hardware");

    static final int SHIFT = 18;
    static final int MASK = 0x7 << SHIFT;

    private final String label;

    Condition(String label) {
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

    static Condition of(int flag) {
        return values()[(flag & MASK) >>> SHIFT];
    }
}
