package tare.export.plot;

import static org.jfree.chart.ui.RectangleEdge.BOTTOM;
import static org.jfree.chart.ui.RectangleEdge.LEFT;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.Size2D;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Draws a [Graph]; the legend goes to the corner where it hides least.
final class GraphDrawing {
    private static final double MARGIN = 0.05;
    private static final double STEP = 4;
    private static final int MAX_STEPS = 1000;
    private static final double MORE_ROOM = 0.12;
    private static final int MOST_EXTENSIONS = 6;
    private static final Stroke ERROR_BAR = new BasicStroke(1.2f);
    private static final Stroke REFERENCE = Look.dashed(1.2f, 5, 4);

    private final Graph plot;

    private GraphDrawing(Graph plot) {
        this.plot = plot;
    }

    /// Returns the inside of the frame.
    static Rectangle2D draw(Graphics2D g, Rectangle2D area, Graph plot) {
        return new GraphDrawing(plot).draw(g, area);
    }

    private Rectangle2D draw(Graphics2D g, Rectangle2D area) {
        Legend legend = legend();
        Size2D size = legend.size(g);
        XYPlot chart = chart(roomyY(g, area, size));
        Rectangle2D frame = Look.draw(g, area, plot.title(), chart, 0);
        labels(g, chart, frame).draw(g);
        if (legend.entries().isEmpty()) return frame;
        List<Point2D> occupied = occupied(g, chart, frame);
        Rectangle2D box = Corner.emptiest(frame, size, occupied).place(frame, size);
        legend.draw(g, box.getX(), box.getY());
        return frame;
    }

    /// The range of y, unless given extended until a corner is free for the legend.
    private Limits roomyY(Graphics2D g, Rectangle2D area, Size2D size) {
        Limits y = yLimits();
        if (plot.y().limits() != null) return y;
        double step = (y.high() - y.low()) * MORE_ROOM;
        Limits roomy = y;
        for (int i = 1; i <= MOST_EXTENSIONS; i++) {
            XYPlot chart = chart(roomy);
            Rectangle2D frame = Look.layOut(area, plot.title(), chart, 0);
            List<Point2D> occupied = occupied(g, chart, frame);
            if (Corner.emptiest(frame, size, occupied).hidden(frame, size, occupied) == 0) break;
            roomy = new Limits(y.low(), y.high() + i * step);
        }
        return roomy;
    }

    private ReferenceLabels labels(Graphics2D g, XYPlot chart, Rectangle2D frame) {
        return ReferenceLabels.place(
                g.getFontMetrics(Look.TEXT),
                frame,
                chart.getDomainAxis(),
                plot.references(),
                positions(chart, frame));
    }

    private List<Point2D> occupied(Graphics2D g, XYPlot chart, Rectangle2D frame) {
        List<Point2D> occupied = positions(chart, frame);
        occupied.addAll(labels(g, chart, frame).covered());
        return occupied;
    }

    private XYPlot chart(Limits y) {
        XYPlot chart = Look.plot(Look.axis(plot.x(), xLimits()), Look.axis(plot.y(), y));
        var lines = new Lines();
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            lines.add(curve.points(), curveColor(i), Look.stroke(curve.style()));
        }
        lines.addTo(chart, 0);
        addPoints(chart);
        for (ReferenceLine line : plot.references()) {
            var marker = new ValueMarker(line.x(), Look.REFERENCE, REFERENCE);
            marker.setAlpha(1);
            chart.addDomainMarker(marker, Layer.BACKGROUND);
        }
        return chart;
    }

    private void addPoints(XYPlot chart) {
        var data = new YIntervalSeriesCollection();
        var renderer = new XYErrorRenderer();
        renderer.setCapLength(5);
        renderer.setErrorStroke(ERROR_BAR);
        for (int i = 0; i < plot.points().size(); i++) {
            var series = new YIntervalSeries(i, false, true);
            for (Points.Point point : plot.points().get(i).points()) {
                double error = point.yError();
                series.add(point.x(), point.y(), point.y() - error, point.y() + error);
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, Look.lineColor(i));
            renderer.setSeriesShape(i, PointMark.at(0, 0, plot.points().get(i).points().size()));
        }
        chart.setDataset(1, data);
        chart.setRenderer(1, renderer);
    }

    private Limits xLimits() {
        Limits given = plot.x().limits();
        if (given != null) return given;
        var lines = plot.references().stream().mapToDouble(ReferenceLine::x);
        return around(DoubleStream.concat(lines, allPoints().mapToDouble(XY::x)).toArray());
    }

    private Limits yLimits() {
        Limits given = plot.y().limits();
        return given != null ? given : around(allPoints().mapToDouble(XY::y).toArray());
    }

    private static Limits around(double[] values) {
        if (values.length == 0) return new Limits(0, 1);
        var statistics = DoubleStream.of(values).summaryStatistics();
        return Limits.around(statistics.getMin(), statistics.getMax(), MARGIN);
    }

    /// Points of curves, and measured points with the ends of their bars.
    private Stream<XY> allPoints() {
        Stream<XY> measured =
                plot.points().stream()
                        .flatMap(points -> points.points().stream())
                        .flatMap(GraphDrawing::ends);
        return Stream.concat(
                measured, plot.curves().stream().flatMap(curve -> curve.points().stream()));
    }

    private static Stream<XY> ends(Points.Point point) {
        return Stream.of(
                new XY(point.x(), point.y() - point.yError()),
                new XY(point.x(), point.y()),
                new XY(point.x(), point.y() + point.yError()));
    }

    /// Where measured points stand, and curves in short steps.
    private List<Point2D> positions(XYPlot chart, Rectangle2D frame) {
        var positions = new ArrayList<Point2D>();
        for (Points points : plot.points()) {
            points.points().stream()
                    .flatMap(GraphDrawing::ends)
                    .forEach(end -> positions.add(position(chart, frame, end)));
        }
        for (Curve curve : plot.curves()) {
            Point2D from = position(chart, frame, curve.points().getFirst());
            for (XY point : curve.points()) {
                Point2D to = position(chart, frame, point);
                int steps = (int) Math.clamp(from.distance(to) / STEP, 1, MAX_STEPS);
                for (int i = 1; i <= steps; i++) {
                    double part = (double) i / steps;
                    positions.add(
                            new Point2D.Double(
                                    from.getX() + part * (to.getX() - from.getX()),
                                    from.getY() + part * (to.getY() - from.getY())));
                }
                from = to;
            }
        }
        return positions;
    }

    private static Point2D position(XYPlot chart, Rectangle2D frame, XY point) {
        return new Point2D.Double(
                chart.getDomainAxis().valueToJava2D(point.x(), frame, BOTTOM),
                chart.getRangeAxis().valueToJava2D(point.y(), frame, LEFT));
    }

    private Legend legend() {
        var entries = new ArrayList<Legend.Entry>();
        for (int i = 0; i < plot.points().size(); i++) {
            String label = plot.points().get(i).label();
            var sample = new Legend.Sample.Dot(Look.lineColor(i));
            if (!label.isEmpty()) entries.add(Legend.Entry.of(sample, label));
        }
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            var sample = new Legend.Sample.Line(curveColor(i), Look.stroke(curve.style()));
            if (!curve.label().isEmpty()) entries.add(Legend.Entry.of(sample, curve.label()));
        }
        plot.remarks().forEach(remark -> entries.add(Legend.Entry.text(remark)));
        return new Legend(entries);
    }

    private Color curveColor(int curve) {
        return Look.lineColor(plot.points().size() + curve);
    }
}
