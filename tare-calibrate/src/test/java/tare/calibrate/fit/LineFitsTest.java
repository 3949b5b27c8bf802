package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LineFitsTest {
    private static final double[] X = {1, 2, 3, 4};

    private final LineFits fits = new LineFits(3);

    private static double[][] rows(double[]... lanes) {
        double[][] rows = new double[X.length][lanes.length];
        for (int point = 0; point < X.length; point++)
            for (int lane = 0; lane < lanes.length; lane++) rows[point][lane] = lanes[lane][point];
        return rows;
    }

    /// y = 1, 3, 2, 5 over x = 1..4: slope 1.1, intercept 0, residuals -0.1, 0.8, -1.3, 0.6;
    /// y = 1, 3, 100, 7 without the third point: the line 2 x - 1.
    @Test
    void fitsEveryLaneByItself() {
        fits.fit(
                X,
                rows(
                        new double[] {1, 3, 2, 5},
                        new double[] {1, 3, 100, 7},
                        new double[] {4, 4, 4, 4}),
                rows(
                        new double[] {1, 1, 1, 1},
                        new double[] {4, 4, 0, 4},
                        new double[] {1, 2, 3, 4}));
        assertThat(fits.slope(0)).isCloseTo(1.1, within(1e-14));
        assertThat(fits.intercept(0)).isCloseTo(0, within(1e-14));
        assertThat(fits.chi2(0)).isCloseTo(0.01 + 0.64 + 1.69 + 0.36, within(1e-13));
        assertThat(fits.slopeError(0)).isCloseTo(Math.sqrt(4.0 / 20), within(1e-14));
        assertThat(fits.interceptError(0)).isCloseTo(Math.sqrt(30.0 / 20), within(1e-14));
        assertThat(fits.slope(1)).isCloseTo(2, within(1e-14));
        assertThat(fits.intercept(1)).isCloseTo(-1, within(1e-13));
        assertThat(fits.chi2(1)).isCloseTo(0, within(1e-25));
        assertThat(fits.slope(2)).isCloseTo(0, within(1e-14));
        assertThat(fits.intercept(2)).isCloseTo(4, within(1e-13));
    }

    @Test
    void givesNoNumberWhereThePointsDefineNoLine() {
        double[] y = {1, 3, 2, 5};
        fits.fit(
                X,
                rows(y, y, y),
                rows(new double[4], new double[] {0, 1, 0, 0}, new double[] {1, 1, 1, 1}));
        assertThat(fits.slope(0)).isNaN();
        assertThat(Double.isFinite(fits.slope(1))).isFalse();
        assertThat(fits.slope(2)).isCloseTo(1.1, within(1e-14));
    }

    @Test
    void refusesToFitNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LineFits(0))
                .withMessage("lanes must be > 0, got 0");
    }
}
