package tare.core.bank;

/// Where the constants of a bank were made. Bits 25–26 of a [HeaderFlag].
public enum Environment {
    READ_OUT("read-out"),
    ONLINE("online event processing"),
    PROMPT_RECONSTRUCTION("prompt reconstruction"),
    OFFLINE("offline");

    static final int SHIFT = 25;
    static final int MASK = 0x3 << SHIFT;

    private final String label;

    Environment(String label) {
        this.label = label;
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// The field's bits in a header flag; codes are the constants' frozen order.
    public int bits() {
        return ordinal() << SHIFT;
    }

    static Environment of(int flag) {
        return values()[(flag & MASK) >>> SHIFT];
    }
}
