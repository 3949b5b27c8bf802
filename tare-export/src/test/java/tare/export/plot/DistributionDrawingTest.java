package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

class DistributionDrawingTest {
    private static final PlotAxis X = PlotAxis.of("pulse height", "ADC");
    private static final PlotAxis Y = PlotAxis.of("pixels", "1");

    /// Ten bins from 0 to 10 that hold 0, 10, 20 … 90.
    private static Histogram1D.Snapshot staircase() {
        var histogram = new Histogram1D(Axis.uniform(10, 0, 10));
        for (int bin = 0; bin < 10; bin++) {
            for (int i = 0; i < 10 * bin; i++) histogram.fill(bin + 0.5);
        }
        return histogram.snapshot();
    }

    @Test
    void eachStepStandsAtTheHeightOfItsBin() {
        var canvas =
                new Canvas(Distribution.of("", X, Y.within(0, 200), new Steps("a", staircase())));
        for (int bin = 1; bin < 10; bin++) {
            int x = canvas.x((bin + 0.5) / 10);
            assertThat(canvas.topmost(x, Hue.BLUE.rgb()))
                    .as("bin %d", bin)
                    .isCloseTo(canvas.y(10 * bin / 200.0), within(2));
        }
    }

    @Test
    void aLogAxisPutsDecadesAtEqualDistances() {
        Distribution log =
                Distribution.of("", X, Y.within(1, 10_000), new Steps("a", staircase()))
                        .with(Scale.LOG);
        var canvas = new Canvas(log);
        assertThat(canvas.topmost(canvas.x(0.15), Hue.BLUE.rgb()))
                .isCloseTo(canvas.y(0.25), within(2));
        assertThat(canvas.topmost(canvas.x(0.55), Hue.BLUE.rgb()))
                .isCloseTo(canvas.y(Math.log10(50) / 4), within(2));
    }

    @Test
    void histogramsAndCurvesHaveTheirOwnColours() {
        Histogram1D.Snapshot counts = staircase();
        var plot =
                Distribution.of(
                                "",
                                X,
                                Y.within(0, 200),
                                new Steps("a", counts),
                                new Steps("b", emptyHistogram()))
                        .with(new Curve("c", LineStyle.SOLID, flat(120)));
        var canvas = new Canvas(plot);
        assertThat(canvas.count(Hue.BLUE.rgb())).isGreaterThan(100);
        assertThat(canvas.count(Hue.ORANGE.rgb())).isGreaterThan(20);
        assertThat(canvas.topmost(canvas.x(0.2), Hue.GREEN.rgb()))
                .isCloseTo(canvas.y(0.6), within(2));
    }

    /// The box stands at the right; what it covered would be missing from the mirror image.
    @Test
    void theStatisticsBoxCoversNoContent() {
        var random = new Random(5);
        var histogram = new Histogram1D(Axis.uniform(40, -4, 4));
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextGaussian();
            histogram.fill(x);
            histogram.fill(-x);
        }
        Histogram1D.Snapshot counts = histogram.snapshot();
        for (Scale scale : Scale.values()) {
            var canvas = new Canvas(Distribution.of("", X, Y, new Steps("a", counts)).with(scale));
            for (int bin = 0; bin < 12; bin++) {
                double fromMiddle = (bin + 0.5) / 40;
                int right = canvas.topmost(canvas.x(0.5 + fromMiddle), Hue.BLUE.rgb(), 0.98);
                int left = canvas.topmost(canvas.x(0.5 - fromMiddle), Hue.BLUE.rgb(), 0.98);
                boolean sampleInTheBox = right > 0 && right < canvas.frame().getMinY() + 45;
                if (sampleInTheBox) continue;
                assertThat(right).as("%s bin %d", scale, bin).isCloseTo(left, within(1));
            }
        }
    }

    @Test
    void withoutNumbersOnlyNamesStayInTheBox() {
        var box = new Legend(List.of(Legend.Entry.text("", "mean"), Legend.Entry.text("a", "1")));
        assertThat(box.withoutNumbers().entries()).containsExactly(Legend.Entry.text("a"));
    }

    @Test
    void anEmptyHistogramIsDrawnOnBothScales() {
        for (Scale scale : Scale.values()) {
            var plot = Distribution.of("", X, Y, new Steps("a", emptyHistogram())).with(scale);
            assertThat(new Canvas(plot).count(Canvas.WHITE)).isLessThan(800 * 500);
        }
    }

    private static Histogram1D.Snapshot emptyHistogram() {
        return new Histogram1D(Axis.uniform(10, 0, 10)).snapshot();
    }

    private static List<XY> flat(double y) {
        return List.of(new XY(0, y), new XY(10, y));
    }
}
