package tare.export.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jfree.chart.ui.Size2D;

/// Corners of a frame, in the order in which a legend prefers them.
enum Corner {
    TOP_RIGHT,
    TOP_LEFT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT;

    static final double MARGIN = 10;
    private static final double CLEARANCE = 5;

    /// Where a box of this size stands in the corner.
    Rectangle2D place(Rectangle2D frame, Size2D size) {
        boolean right = this == TOP_RIGHT || this == BOTTOM_RIGHT;
        boolean top = this == TOP_RIGHT || this == TOP_LEFT;
        return new Rectangle2D.Double(
                right ? frame.getMaxX() - MARGIN - size.getWidth() : frame.getX() + MARGIN,
                top ? frame.getY() + MARGIN : frame.getMaxY() - MARGIN - size.getHeight(),
                size.getWidth(),
                size.getHeight());
    }

    /// The corner in which a box hides the fewest points.
    static Corner emptiest(Rectangle2D frame, Size2D size, Collection<Point2D> occupied) {
        return Stream.of(values())
                .min(Comparator.comparingLong(corner -> corner.hidden(frame, size, occupied)))
                .orElseThrow();
    }

    /// How many of the points a box in this corner hides or touches.
    long hidden(Rectangle2D frame, Size2D size, Collection<Point2D> occupied) {
        Rectangle2D box = place(frame, size);
        box.setFrameFromCenter(
                box.getCenterX(),
                box.getCenterY(),
                box.getMinX() - CLEARANCE,
                box.getMinY() - CLEARANCE);
        return occupied.stream().filter(box::contains).count();
    }
}
