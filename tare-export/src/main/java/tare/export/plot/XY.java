package tare.export.plot;

/// A point in the units of the axes; both finite.
public record XY(double x, double y) {
    public XY {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a point must be finite, got " + x + ", " + y);
        }
    }
}
