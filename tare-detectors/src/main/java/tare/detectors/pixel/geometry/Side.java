package tare.detectors.pixel.geometry;

/// Side of the interaction point along the beam.
public enum Side {
    /// Negative z; code 1 in a raw id, `m` in a name.
    MINUS(1, 'm'),
    /// Positive z; code 2 in a raw id, `p` in a name.
    PLUS(2, 'p');

    private final int code;
    private final char letter;

    Side(int code, char letter) {
        this.code = code;
        this.letter = letter;
    }

    /// The two-bit code of an endcap raw id.
    public int code() {
        return code;
    }

    char letter() {
        return letter;
    }

    static Side ofLetter(String letter) {
        return "p".equals(letter) ? PLUS : MINUS;
    }
}
