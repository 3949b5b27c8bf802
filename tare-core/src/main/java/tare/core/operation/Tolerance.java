package tare.core.operation;

/// How far apart two values may be and still count as equal: |a − b| ≤ absolute + relative · |b|.
/// NaN equals NaN, an infinity itself.
public record Tolerance(double absolute, double relative) {
    /// The same number; 0.0 equals −0.0.
    public static final Tolerance NONE = new Tolerance(0, 0);

    public Tolerance {
        if (!(absolute >= 0) || !(relative >= 0)) {
            throw new IllegalArgumentException(
                    "tolerances must be >= 0, got " + absolute + " and " + relative);
        }
    }

    public boolean isMet(double a, double b) {
        if (a == b || Double.isNaN(a) && Double.isNaN(b)) return true;
        return Math.abs(a - b) <= absolute + relative * Math.abs(b) && Double.isFinite(a - b);
    }
}
