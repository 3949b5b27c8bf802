package tare.export.plot;

/// Pixels of a PNG per point of its page.
public enum Resolution {
    SCREEN(1),
    /// For print, slides and dense displays.
    DOUBLE(2);

    private final int pixelsPerPoint;

    Resolution(int pixelsPerPoint) {
        this.pixelsPerPoint = pixelsPerPoint;
    }

    int pixelsPerPoint() {
        return pixelsPerPoint;
    }
}
