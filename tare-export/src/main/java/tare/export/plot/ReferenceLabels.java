package tare.export.plot;

import static org.jfree.chart.ui.RectangleEdge.BOTTOM;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;

/// Labels along vertical lines, read upwards, at the lower or upper edge of the frame, wherever
/// they hide less. Where lines are too close for text side by side, labels follow each other.
record ReferenceLabels(List<Label> labels) {
    private static final double MARGIN = 8;
    private static final double TO_LINE = 4;
    private static final double SAMPLING = 4;

    /// A text and the upright box it fills.
    record Label(String text, Rectangle2D box) {}

    private enum Edge {
        LOWER,
        UPPER
    }

    static ReferenceLabels place(
            FontMetrics metrics,
            Rectangle2D frame,
            ValueAxis axis,
            List<ReferenceLine> lines,
            Collection<Point2D> occupied) {
        var lower = place(metrics, frame, axis, lines, Edge.LOWER);
        var upper = place(metrics, frame, axis, lines, Edge.UPPER);
        return lower.hidden(occupied) <= upper.hidden(occupied) ? lower : upper;
    }

    private static ReferenceLabels place(
            FontMetrics metrics,
            Rectangle2D frame,
            ValueAxis axis,
            List<ReferenceLine> lines,
            Edge edge) {
        var labels = new ArrayList<Label>();
        double previousX = Double.NEGATIVE_INFINITY;
        double used = MARGIN;
        for (ReferenceLine line : ordered(lines)) {
            double x = axis.valueToJava2D(line.x(), frame, BOTTOM);
            if (x < frame.getMinX() || x > frame.getMaxX()) continue;
            double length = metrics.stringWidth(line.label());
            boolean besides = x - previousX >= metrics.getHeight();
            if (besides || used + length > frame.getHeight()) used = MARGIN;
            double top =
                    switch (edge) {
                        case LOWER -> frame.getMaxY() - used - length;
                        case UPPER -> frame.getMinY() + used;
                    };
            double left = x - TO_LINE - metrics.getAscent();
            labels.add(
                    new Label(
                            line.label(),
                            new Rectangle2D.Double(left, top, metrics.getAscent(), length)));
            used += length + MARGIN;
            previousX = x;
        }
        return new ReferenceLabels(labels);
    }

    private static List<ReferenceLine> ordered(List<ReferenceLine> lines) {
        return lines.stream().sorted(Comparator.comparingDouble(ReferenceLine::x)).toList();
    }

    private long hidden(Collection<Point2D> points) {
        return points.stream()
                .filter(point -> labels.stream().anyMatch(label -> label.box().contains(point)))
                .count();
    }

    /// Points along both sides of the labels, the right one on the line that they belong to.
    List<Point2D> covered() {
        var points = new ArrayList<Point2D>();
        for (Label label : labels) {
            for (double y = label.box().getMinY(); y < label.box().getMaxY(); y += SAMPLING) {
                points.add(new Point2D.Double(label.box().getMinX(), y));
                points.add(new Point2D.Double(label.box().getMaxX() + TO_LINE, y));
            }
        }
        return points;
    }

    void draw(Graphics2D g) {
        AffineTransform upright = g.getTransform();
        g.setFont(Look.TEXT);
        g.setPaint(Look.REFERENCE);
        for (Label label : labels) {
            g.translate(label.box().getMaxX(), label.box().getMaxY());
            g.rotate(-Math.PI / 2);
            g.drawString(label.text(), 0f, 0f);
            g.setTransform(upright);
        }
    }
}
