package tare.export.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;

/// The scale of a map's colours, as high as its frame; an arrow at an end says that values lie
/// beyond.
final class ColourBar {
    /// Space it needs to the right of the frame.
    static final double WIDTH = 88;

    private static final double GAP = 14;
    private static final double BAR = 16;
    private static final double ARROW = 10;

    private ColourBar() {}

    static void draw(Graphics2D g, Rectangle2D frame, DetectorMap map, Limits limits) {
        double arrow = ARROW + 2;
        var bar =
                new Rectangle2D.Double(
                        frame.getMaxX() + GAP,
                        frame.getY() + arrow,
                        BAR,
                        frame.getHeight() - 2 * arrow);
        int steps = 256;
        for (int i = 0; i < steps; i++) {
            double value = limits.low() + (i + 0.5) / steps * (limits.high() - limits.low());
            g.setPaint(new Color(Viridis.rgb(value, limits)));
            double top = bar.getMaxY() - (i + 1) * bar.getHeight() / steps;
            double bottom = Math.min(bar.getMaxY(), top + bar.getHeight() / steps + 0.6);
            g.fill(new Rectangle2D.Double(bar.getX(), top, BAR, bottom - top));
        }
        g.setPaint(Look.INK);
        g.setStroke(Look.HAIRLINE);
        g.draw(bar);
        if (map.grid().anyAbove(limits.high()))
            drawArrow(g, bar, bar.getMinY() - 2, -ARROW, limits.high(), limits);
        if (map.grid().anyBelow(limits.low()))
            drawArrow(g, bar, bar.getMaxY() + 2, ARROW, limits.low(), limits);
        NumberAxis axis = Look.axis(map.value(), limits);
        axis.draw(g, bar.getMaxX(), bar, bar, RectangleEdge.RIGHT, null);
    }

    private static void drawArrow(
            Graphics2D g,
            Rectangle2D bar,
            double base,
            double height,
            double value,
            Limits limits) {
        var arrow = new Path2D.Double();
        arrow.moveTo(bar.getMinX(), base);
        arrow.lineTo(bar.getMaxX(), base);
        arrow.lineTo(bar.getCenterX(), base + height);
        arrow.closePath();
        g.setPaint(new Color(Viridis.rgb(value, limits)));
        g.fill(arrow);
        g.setPaint(Look.INK);
        g.draw(arrow);
    }
}
