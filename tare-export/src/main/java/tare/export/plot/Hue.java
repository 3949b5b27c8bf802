package tare.export.plot;

/// Colours that people with any colour vision tell apart.
///
/// Source: M. Okabe, K. Ito, Color Universal Design (2008); grey and pale blue added. The order is
/// the order in which plots use them.
public enum Hue {
    BLUE(0x0072B2),
    ORANGE(0xE69F00),
    GREEN(0x009E73),
    PURPLE(0xCC79A7),
    SKY_BLUE(0x56B4E9),
    VERMILION(0xD55E00),
    BLACK(0x000000),
    YELLOW(0xF0E442),
    GREY(0x888888),
    /// For areas only: the normal case, behind what should be seen.
    PALE_BLUE(0xB5D9F0);

    private static final int LINE_COLOURS = 9;

    private final int rgb;

    Hue(int rgb) {
        this.rgb = rgb;
    }

    /// Red, green, blue in 8 bits each, blue lowest.
    public int rgb() {
        return rgb;
    }

    /// The colour of the `index`-th line of a plot; they repeat after nine.
    static Hue ofLine(int index) {
        return values()[index % LINE_COLOURS];
    }
}
