package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

class DescriptionsTest {
    private static final PlotAxis AXIS = PlotAxis.of("gain", "ADC");

    @Test
    void axisTitlesCarryTheUnitUnlessItIsANumber() {
        assertThat(AXIS.label()).isEqualTo("gain [ADC]");
        assertThat(PlotAxis.of("pixels", "1").label()).isEqualTo("pixels");
    }

    @Test
    void nonsenseIsRefusedWithItsValue() {
        refused(() -> AXIS.within(2, 2), "limits must be finite and rising, got 2.0 to 2.0");
        refused(() -> AXIS.within(Double.NaN, 2), "got NaN to 2.0");
        refused(() -> new XY(0, Double.NaN), "a point must be finite, got 0.0, NaN");
        refused(() -> new Points.Point(1, 2, -1), "got 1.0, 2.0 +- -1.0");
        refused(() -> new Points("p", List.of()), "no points for 'p'");
        refused(
                () -> new Curve("c", LineStyle.SOLID, List.of(new XY(0, 0))),
                "curve 'c' needs 2 points or more, got 1");
        refused(() -> new ReferenceLine(Double.NaN, "r"), "line 'r' must be finite, got NaN");
        refused(() -> Distribution.of("d", AXIS, AXIS), "distribution 'd' has no histogram");
        refused(() -> Page.of("p", 800), "page 'p' has no row");
        refused(() -> Page.Row.of(10, Graph.of("", AXIS, AXIS)), "240 points high or more, got 10");
        refused(
                () -> Page.of("", 100, Page.Row.of(300, Graph.of("", AXIS, AXIS))),
                "at most 8192 high, got 100 x 300");
    }

    @Test
    void aGridMustBeFull() {
        refused(() -> Grid.of(2, 3, 1, 2), "2 x 3 cells need as many values, got 2");
        refused(() -> Grid.of(65536, 65536), "65536 x 65536 cells need as many values, got 0");
        refused(
                () -> Grid.of(2, 3, 1, 2, 3, 4, 5, 6).dividedInto(2, 2),
                "2 x 3 cells are not divided evenly into 2 x 2 blocks");
    }

    @Test
    void aCellWithoutCategoryIsNamed() {
        List<Category> categories = Category.numbered("ok", "bad");
        refused(
                () -> new CategoryMap("status", categories, Grid.of(1, 2, 0, 7)),
                "map 'status': row 0 column 1 holds 7.0, which is none of");
        refused(
                () ->
                        new CategoryMap(
                                "status",
                                List.of(categories.getFirst(), categories.getFirst()),
                                Grid.of(1, 1, 0)),
                "a code means two categories");
    }

    @Test
    void aLogAxisStartsAboveZero() {
        var steps = new Steps("a", new Histogram1D(Axis.uniform(1, 0, 1)).snapshot());
        refused(
                () -> Distribution.of("", AXIS, AXIS.within(0, 10), steps).with(Scale.LOG),
                "a log axis starts above 0, got 0.0");
    }

    @Test
    void aSpoiledBinIsNamed() {
        var histogram = new Histogram1D(Axis.uniform(2, 0, 2));
        histogram.fill(1.5, Double.NaN);
        refused(
                () -> new Steps("noise", histogram.snapshot()),
                "histogram 'noise': bin 2 holds NaN");
    }

    @Test
    void robustLimitsIgnoreTheTailsAndMissingCells() {
        double[] values = new double[1001];
        for (int i = 0; i < 1000; i++) values[i] = i;
        values[0] = -1e9;
        values[999] = Double.POSITIVE_INFINITY;
        values[1000] = Double.NaN;
        Limits limits = Grid.of(7, 143, values).robustLimits(0.01);
        assertThat(limits).isEqualTo(new Limits(9, 989));
        assertThat(Grid.of(1, 2, 5, 5).robustLimits(0.01)).isEqualTo(new Limits(4.5, 5.5));
        assertThat(Grid.of(1, 1, Double.NaN).robustLimits(0)).isEqualTo(new Limits(0, 1));
    }

    @Test
    void aGridDoesNotFollowItsArray() {
        double[] values = {1};
        Grid grid = Grid.of(1, 1, values);
        values[0] = 2;
        assertThat(grid.value(0, 0)).isEqualTo(1);
    }

    @Test
    void theGaussianHasTheIntegralOfTheHistogram() {
        var histogram = new Histogram1D(Axis.uniform(100, -5, 5));
        for (int i = 0; i < 1000; i++) histogram.fill(0.2);
        histogram.fill(77);
        Curve gaussian = Curve.gaussian("", histogram.snapshot(), 0, 1);
        double sum = 0;
        for (int i = 1; i < gaussian.points().size(); i++) {
            XY from = gaussian.points().get(i - 1);
            XY to = gaussian.points().get(i);
            sum += (to.x() - from.x()) * (from.y() + to.y()) / 2;
        }
        assertThat(sum / 0.1).isCloseTo(1000, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "0.0012813, 0.001281", "-3.14159, -3.142", "12345.67, 12346", "66560, 66560",
        "1000, 1000", "999.96, 1000", "1e-7, 1.000e-07", "5e8, 5.000e+08", "NaN, NaN"
    })
    void numbersHaveFourSignificantDigits(double value, String text) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Look.significant(value)).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
