package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

class HeightsTest {
    private static final PlotAxis X = PlotAxis.of("x", "1");
    private static final PlotAxis Y = PlotAxis.of("y", "1");

    private static Distribution peakOf(double height) {
        var histogram = new Histogram1D(Axis.uniform(4, 0, 4));
        histogram.fill(1.5, height);
        histogram.fill(3.5, 4);
        return Distribution.of("", X, Y, new Steps("a", histogram.snapshot()));
    }

    @Test
    void aBoxOverThePeakLiftsTheAxis() {
        var heights = new Heights(peakOf(100));
        assertThat(heights.y().high()).isCloseTo(108, within(1e-9));
        assertThat(heights.y(100, 0.5).high()).isCloseTo(200, within(1e-9));
        assertThat(heights.y(4, 0.5).high()).isCloseTo(108, within(1e-9));
    }

    @Test
    void onALogAxisTheBoxIsClearInDecades() {
        var heights = new Heights(peakOf(20_000).with(Scale.LOG));
        assertThat(heights.floor()).isEqualTo(2);
        assertThat(heights.y(20_000, 0.5).high()).isCloseTo(2e8, within(1.0));
    }

    @Test
    void onlyBinsInTheRangeCount() {
        var heights = new Heights(peakOf(100));
        assertThat(heights.highest(new Limits(2, 4))).isEqualTo(4);
        assertThat(heights.highest(new Limits(1.9, 4))).isEqualTo(100);
    }

    @Test
    void negativeContentsAreShown() {
        assertThat(new Heights(peakOf(-50)).y().low()).isCloseTo(-54, within(1e-9));
    }
}
