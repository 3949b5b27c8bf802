package tare.export.plot;

/// A dashed vertical line that marks a value of x.
///
/// @param label stands along the line
public record ReferenceLine(double x, String label) {
    public ReferenceLine {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("line '" + label + "' must be finite, got " + x);
        }
    }
}
