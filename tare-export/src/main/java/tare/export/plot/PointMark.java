package tare.export.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;

/// The mark of a measured point.
final class PointMark {
    private static final double RADIUS = 3.2;
    private static final double RADIUS_AMONG_MANY = 1.6;
    private static final int MANY = 80;

    private PointMark() {}

    /// A mark that is smaller where there are many.
    static Shape at(double x, double y, int points) {
        double radius = points < MANY ? RADIUS : RADIUS_AMONG_MANY;
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
