package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.ui.Size2D;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {
    private static final Graph EMPTY =
            Graph.of(
                    "",
                    PlotAxis.of("dose", "Mrad").within(0, 100),
                    PlotAxis.of("correction", "1").within(1, 1.2));

    @Test
    void aCurvePassesThroughItsPoints() {
        var canvas =
                new Canvas(
                        EMPTY.with(
                                Curve.of(
                                        "",
                                        LineStyle.SOLID,
                                        new Limits(0, 100),
                                        dose -> 1 + 0.0015 * dose)));
        for (double right : new double[] {0.1, 0.33, 0.5, 0.9}) {
            assertThat(canvas.topmost(canvas.x(right), Hue.BLUE.rgb()))
                    .isCloseTo(canvas.y(0.75 * right), within(3));
        }
    }

    @Test
    void errorBarsReachOneErrorUpAndDown() {
        var points = new Points("", List.of(new Points.Point(50, 1.1, 0.04)));
        var canvas = new Canvas(EMPTY.with(points));
        assertThat(canvas.topmost(canvas.x(0.5), Hue.BLUE.rgb()))
                .isCloseTo(canvas.y(0.7), within(3));
        assertThat(canvas.rgb(0.5, 0.5)).isEqualTo(Hue.BLUE.rgb());
        assertThat(canvas.topmost(canvas.x(0.52), Hue.BLUE.rgb())).isEqualTo(-1);
    }

    @Test
    void referenceLinesAreDashedRedAndLabelled() {
        var line = new Canvas(EMPTY.with(new ReferenceLine(40, "")));
        int x = line.x(0.4);
        int red = 0;
        int rows = 0;
        for (int y = (int) line.frame().getMinY() + 2; y < line.frame().getMaxY() - 2; y++) {
            rows++;
            boolean found = false;
            for (int near = x - 1; near <= x + 1; near++) {
                found |= Canvas.distance(line.at(near, y), 0xCC0000) < 200;
            }
            if (found) red++;
        }
        assertThat((double) red / rows).isBetween(0.4, 0.8);
        var labelled = new Canvas(EMPTY.with(new ReferenceLine(40, "BPix layer 1")));
        assertThat(labelled.count(0xCC0000)).isGreaterThan(line.count(0xCC0000) + 20);
    }

    @Test
    void labelsOfCloseLinesDoNotOverlap() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        var labels =
                ReferenceLabels.place(
                                g.getFontMetrics(Look.TEXT),
                                new Rectangle2D.Double(0, 0, 600, 400),
                                Look.axis(PlotAxis.of("dose", "Mrad"), new Limits(0, 100)),
                                List.of(
                                        new ReferenceLine(50, "BPix layer 1"),
                                        new ReferenceLine(50.5, "FPix ring 1"),
                                        new ReferenceLine(60, "FPix ring 2"),
                                        new ReferenceLine(130, "outside")),
                                List.of())
                        .labels();
        assertThat(labels).extracting(ReferenceLabels.Label::text).doesNotContain("outside");
        assertThat(labels).hasSize(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(labels.get(i).box().intersects(labels.get(j).box())).isFalse();
            }
        }
    }

    @Test
    void theLegendGoesWhereItHidesLeast() {
        var frame = new Rectangle2D.Double(0, 0, 400, 300);
        var size = new Size2D(100, 80);
        Point2D topRight = new Point2D.Double(350, 40);
        Point2D topLeft = new Point2D.Double(50, 40);
        assertThat(Corner.emptiest(frame, size, List.of())).isEqualTo(Corner.TOP_RIGHT);
        assertThat(Corner.emptiest(frame, size, List.of(topRight))).isEqualTo(Corner.TOP_LEFT);
        assertThat(Corner.emptiest(frame, size, List.of(topRight, topLeft)))
                .isEqualTo(Corner.BOTTOM_RIGHT);
    }

    @Test
    void theLegendHidesNoLabelOfALine() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        var frame = new Rectangle2D.Double(0, 0, 600, 400);
        var size = new Size2D(100, 80);
        double legendX = Corner.TOP_RIGHT.place(frame, size).getX();
        List<Point2D> curveBelow =
                DoubleStream.iterate(0, x -> x < 600, x -> x + 1)
                        .mapToObj(x -> (Point2D) new Point2D.Double(x, 380))
                        .toList();
        for (double x = legendX - 4; x < 600; x += 1) {
            var labels =
                    ReferenceLabels.place(
                            g.getFontMetrics(Look.TEXT),
                            frame,
                            Look.axis(PlotAxis.of("dose", "Mrad"), new Limits(0, 600)),
                            List.of(new ReferenceLine(x, "layer 1")),
                            curveBelow);
            Corner corner = Corner.emptiest(frame, size, labels.covered());
            Rectangle2D label = labels.labels().getFirst().box();
            assertThat(corner.place(frame, size).intersects(label)).as("line at %s", x).isFalse();
        }
    }

    @Test
    void anEmptyGraphIsDrawn() {
        var plot = Graph.of("nothing yet", PlotAxis.of("x", "1"), PlotAxis.of("y", "1"));
        assertThat(new Canvas(plot).count(Canvas.WHITE)).isLessThan(800 * 500);
    }
}
