package tare.core.channel;

/// How a channel's fit ended. Bits 21–24 of a [ChannelFlag].
public enum FitStatus {
    OK("fit ok"),
    NOT_FITTED("not fitted"),
    NO_DATA("no data"),
    TOO_FEW_SAMPLES("too few samples"),
    SINGULAR_MATRIX("singular matrix"),
    NON_FINITE_INPUT("non-finite input"),
    NON_FINITE_RESULT("non-finite result"),
    AT_BOUND("at bound"),
    POOR_CHI2("poor chi2"),
    OUT_OF_HISTOGRAM_RANGE("out of histogram range"),
    /// A code of a newer version; it can be read, never written.
    UNKNOWN("unknown fit status");

    static final int SHIFT = 21;
    static final int MASK = 0xF << SHIFT;

    private final String label;

    FitStatus(String label) {
        this.label = label;
    }

    /// What people call it.
    public String label() {
        return label;
    }

    /// The field's bits in a channel flag; codes are the constants' frozen order.
    ///
    /// @throws IllegalArgumentException for `UNKNOWN`
    public int bits() {
        if (this == UNKNOWN) throw new IllegalArgumentException("an unknown status has no code");
        return ordinal() << SHIFT;
    }

    static FitStatus of(int flag) {
        int code = (flag & MASK) >>> SHIFT;
        return code < UNKNOWN.ordinal() ? values()[code] : UNKNOWN;
    }
}
