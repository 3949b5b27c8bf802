package tare.export.plot;

import static org.jfree.chart.ui.RectangleEdge.BOTTOM;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.Size2D;
import tare.core.histogram.Histogram1D;

/// Draws a [Distribution]. The plot is laid out twice: the first time tells how much of the frame
/// the statistics box needs above the contents. Where the frame is narrower than the box, the box
/// holds the names only.
final class DistributionDrawing {
    private static final double GAP = 16;
    private static final int FILL_ALPHA = 40;

    private final Distribution plot;
    private final Heights heights;

    private DistributionDrawing(Distribution plot) {
        this.plot = plot;
        heights = new Heights(plot);
    }

    /// Returns the inside of the frame.
    static Rectangle2D draw(Graphics2D g, Rectangle2D area, Distribution plot) {
        return new DistributionDrawing(plot).draw(g, area);
    }

    private Rectangle2D draw(Graphics2D g, Rectangle2D area) {
        XYPlot trial = chart(heights.y());
        Rectangle2D trialFrame = Look.layOut(area, plot.title(), trial, 0);
        Legend box = StatisticsBox.of(plot);
        boolean fits = box.size(g).getWidth() + 2 * Corner.MARGIN <= trialFrame.getWidth();
        Legend legend = fits ? box : box.withoutNumbers();
        Size2D size = legend.size(g);
        double right = below(Corner.TOP_RIGHT, trial, trialFrame, size);
        double left = below(Corner.TOP_LEFT, trial, trialFrame, size);
        Corner corner = left < right ? Corner.TOP_LEFT : Corner.TOP_RIGHT;

        double part = (size.getHeight() + GAP) / trialFrame.getHeight();
        XYPlot chart = chart(heights.y(Math.min(left, right), part));
        Rectangle2D frame = Look.draw(g, area, plot.title(), chart, 0);
        Rectangle2D place = corner.place(frame, size);
        legend.draw(g, place.getX(), place.getY());
        return frame;
    }

    /// How high the contents reach below a box in the corner.
    private double below(Corner corner, XYPlot chart, Rectangle2D frame, Size2D size) {
        Rectangle2D box = corner.place(frame, size);
        ValueAxis x = chart.getDomainAxis();
        double low = x.java2DToValue(box.getMinX() - GAP, frame, BOTTOM);
        double high = x.java2DToValue(box.getMaxX() + GAP, frame, BOTTOM);
        return heights.highest(new Limits(low, high));
    }

    private XYPlot chart(Limits y) {
        ValueAxis yAxis =
                switch (plot.scale()) {
                    case LINEAR -> Look.axis(plot.y(), y);
                    case LOG -> Look.logAxis(plot.y(), y);
                };
        XYPlot chart = Look.plot(Look.axis(plot.x(), heights.x()), yAxis);
        var lines = new Lines();
        if (plot.histograms().size() == 1) lines.renderer().addAnnotation(fill(), Layer.BACKGROUND);
        int line = 0;
        for (Steps steps : plot.histograms()) {
            lines.add(outline(steps.counts()), Look.lineColor(line++), Look.STEP);
        }
        for (Curve curve : plot.curves()) {
            lines.add(visible(curve), Look.lineColor(line++), Look.stroke(curve.style()));
        }
        lines.addTo(chart, 0);
        return chart;
    }

    private List<XY> outline(Histogram1D.Snapshot counts) {
        double floor = heights.floor();
        var axis = counts.axis();
        var corners = new ArrayList<XY>();
        corners.add(new XY(axis.min(), floor));
        for (int bin = 1; bin <= axis.bins(); bin++) {
            double height = Math.max(floor, counts.content(bin));
            corners.add(new XY(axis.lowEdge(bin), height));
            corners.add(new XY(axis.lowEdge(bin + 1), height));
        }
        corners.add(new XY(axis.max(), floor));
        return corners;
    }

    private XYPolygonAnnotation fill() {
        double[] polygon =
                outline(plot.histograms().getFirst().counts()).stream()
                        .flatMapToDouble(corner -> DoubleStream.of(corner.x(), corner.y()))
                        .toArray();
        Color line = Look.lineColor(0);
        var tint = new Color(line.getRed(), line.getGreen(), line.getBlue(), FILL_ALPHA);
        return new XYPolygonAnnotation(polygon, null, null, tint);
    }

    private List<XY> visible(Curve curve) {
        if (plot.scale() == Scale.LINEAR) return curve.points();
        return curve.points().stream().filter(point -> point.y() > 0).toList();
    }
}
