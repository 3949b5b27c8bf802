package tare.detectors.pixel.geometry;

/// Half of the detector across the beam: towards the centre of the collider ring, or away from it.
public enum Half {
    INNER('I'),
    OUTER('O');

    private final char letter;

    Half(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Half ofLetter(String letter) {
        return "I".equals(letter) ? INNER : OUTER;
    }
}
