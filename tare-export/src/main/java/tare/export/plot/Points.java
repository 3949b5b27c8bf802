package tare.export.plot;

import java.util.List;
import java.util.Locale;

/// Measured points with error bars.
///
/// @param label their entry in the legend; empty for none
public record Points(String label, List<Point> points) {
    public Points {
        points = List.copyOf(points);
        if (points.isEmpty()) throw new IllegalArgumentException("no points for '" + label + "'");
    }

    /// One measurement.
    ///
    /// @param yError half-length of its bar, 0 for none
    public record Point(double x, double y, double yError) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y) || !(yError >= 0 && yError < 1e300)) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "a point is finite with an error >= 0, got %s, %s +- %s",
                                x,
                                y,
                                yError));
            }
        }
    }
}
