package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MapDrawingTest {
    private static final PlotAxis VALUE = PlotAxis.of("pedestal", "ADC").within(0, 100);
    private static final int NO_DATA = 0xE2E2E2;

    /// Four rows of eight cells; the value is 10 * row + column, one cell has no data.
    private static Grid grid() {
        double[] values = new double[4 * 8];
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 8; column++) values[8 * row + column] = 10 * row + column;
        }
        values[2 * 8 + 5] = Double.NaN;
        return Grid.of(4, 8, values);
    }

    @Test
    void eachCellHasTheColourOfItsValueWithRowZeroAtTheBottom() {
        var canvas = new Canvas(new DetectorMap("", VALUE, grid()));
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 8; column++) {
                double value = grid().value(row, column);
                int expected =
                        Double.isNaN(value)
                                ? NO_DATA
                                : Viridis.rgb(value, new Limits(0, 100)) & 0xFFFFFF;
                assertThat(canvas.rgb((column + 0.5) / 8, (row + 0.5) / 4))
                        .as("row %d column %d", row, column)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void cellsMeetAtTheirEdges() {
        var canvas = new Canvas(new DetectorMap("", VALUE, Grid.of(1, 2, 0, 100)));
        int middle = canvas.x(0.5);
        assertThat(canvas.at(middle - 2, canvas.y(0.5))).isEqualTo(0x440154);
        assertThat(canvas.at(middle + 2, canvas.y(0.5))).isEqualTo(0xFDE725);
    }

    @Test
    void valuesBeyondTheLimitsGetTheColourOfTheEnd() {
        var canvas = new Canvas(new DetectorMap("", VALUE, Grid.of(1, 2, -1e9, 1e300)));
        assertThat(canvas.rgb(0.25, 0.5)).isEqualTo(0x440154);
        assertThat(canvas.rgb(0.75, 0.5)).isEqualTo(0xFDE725);
    }

    @Test
    void anArrowAtTheColourBarTellsOfValuesBeyond() {
        var inside = new Canvas(new DetectorMap("", VALUE, Grid.of(1, 2, 50, 50)));
        var above = new Canvas(new DetectorMap("", VALUE, Grid.of(1, 2, 50, 101)));
        int x = (int) inside.frame().getMaxX() + 22;
        int y = (int) inside.frame().getMinY() + 8;
        assertThat(inside.at(x, y)).isEqualTo(Canvas.WHITE);
        assertThat(above.at(x, y)).isEqualTo(0xFDE725);
    }

    @Test
    void linesDivideTheBlocks() {
        Grid plain = Grid.of(4, 8, new double[32]);
        var divided = new Canvas(new DetectorMap("", VALUE, plain.dividedInto(2, 4)));
        var undivided = new Canvas(new DetectorMap("", VALUE, plain));
        assertThat(brightest(undivided, 0.25)).isEqualTo(0x440154);
        assertThat(Canvas.distance(brightest(divided, 0.25), 0x440154)).isGreaterThan(100);
        assertThat(brightest(divided, 0.375)).isEqualTo(0x440154);
    }

    private static int brightest(Canvas canvas, double right) {
        int brightest = 0x440154;
        for (int x = canvas.x(right) - 2; x <= canvas.x(right) + 2; x++) {
            int rgb = canvas.at(x, canvas.y(0.3));
            if (Canvas.distance(rgb, 0) > Canvas.distance(brightest, 0)) brightest = rgb;
        }
        return brightest;
    }

    @Test
    void categoriesHaveTheirColours() {
        var categories = Category.numbered("fit ok", "no data", "poor chi2");
        var canvas =
                new Canvas(new CategoryMap("", categories, Grid.of(1, 4, 0, 1, 2, Double.NaN)));
        assertThat(canvas.rgb(0.125, 0.5)).isEqualTo(Hue.PALE_BLUE.rgb());
        assertThat(canvas.rgb(0.375, 0.5)).isEqualTo(Hue.VERMILION.rgb());
        assertThat(canvas.rgb(0.625, 0.5)).isEqualTo(Hue.BLACK.rgb());
        assertThat(canvas.rgb(0.875, 0.5)).isEqualTo(NO_DATA);
    }

    @Test
    void aMapWithoutAnyDataIsGrey() {
        var canvas =
                new Canvas(
                        new DetectorMap(
                                "",
                                PlotAxis.of("gain", "1"),
                                Grid.of(1, 2, Double.NaN, Double.NaN)));
        assertThat(canvas.rgb(0.5, 0.5)).isEqualTo(NO_DATA);
    }
}
