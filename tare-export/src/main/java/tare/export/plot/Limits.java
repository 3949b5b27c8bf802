package tare.export.plot;

/// The range of an axis or of a colour scale.
///
/// @param low finite
/// @param high finite, above `low`
public record Limits(double low, double high) {
    public Limits {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
            throw new IllegalArgumentException(
                    "limits must be finite and rising, got " + low + " to " + high);
        }
    }

    /// Limits around values that may be a single point, with `margin` of their width on both sides.
    static Limits around(double low, double high, double margin) {
        double width = high > low ? high - low : Math.max(1, Math.abs(low) * 0.1);
        double pad = high > low ? margin * width : width / 2;
        return new Limits(low - pad, high + pad);
    }
}
