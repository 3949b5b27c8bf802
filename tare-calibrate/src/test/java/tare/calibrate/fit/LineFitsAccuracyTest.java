package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against exact arithmetic, and where there is no line at all.
class LineFitsAccuracyTest {

    private static final int LANES = 7;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    /// Points of random lines with scatter; about a tenth of the points has no weight.
    private record Scan(double[] x, double[][] y, double[][] weight) {

        static Scan random(Random random, double origin) {
            int points = 5 + random.nextInt(30);
            var scan =
                    new Scan(
                            new double[points],
                            new double[points][LANES],
                            new double[points][LANES]);
            Arrays.setAll(scan.x, i -> origin + i + random.nextDouble());
            for (int lane = 0; lane < LANES; lane++) {
                double slope = random.nextGaussian();
                double intercept = 100 * random.nextGaussian();
                for (int i = 0; i < points; i++) {
                    double noise = random.nextGaussian();
                    scan.y[i][lane] = intercept + slope * (scan.x[i] - origin) + noise;
                    boolean left = i > 3 && random.nextInt(10) == 0;
                    scan.weight[i][lane] = left ? 0 : Math.exp(2 * random.nextGaussian());
                }
            }
            return scan;
        }

        LineFits fit() {
            var fits = new LineFits(LANES);
            fits.fit(x, y, weight);
            return fits;
        }

        ExactLine exact(int lane) {
            return ExactLine.through(x, column(y, lane), column(weight, lane));
        }

        private static double[] column(double[][] rows, int lane) {
            return Arrays.stream(rows).mapToDouble(row -> row[lane]).toArray();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithExactArithmetic(long seed) {
        Scan scan = Scan.random(new Random(seed), 0);
        assertAgrees(scan, 1e-11);
    }

    /// Run numbers or seconds of the day as x: far from 0 and close together.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithExactArithmeticFarFromTheOrigin(long seed) {
        Scan scan = Scan.random(new Random(seed), 4e5);
        assertAgrees(scan, 1e-9);
    }

    private static void assertAgrees(Scan scan, double tolerance) {
        LineFits fits = scan.fit();
        for (int lane = 0; lane < LANES; lane++) {
            ExactLine exact = scan.exact(lane);
            // Errors set the scale: a slope or an intercept may happen to be close to 0.
            assertThat(fits.slopeError(lane))
                    .isCloseTo(exact.slopeError(), within(tolerance * exact.slopeError()));
            assertThat(fits.interceptError(lane))
                    .isCloseTo(exact.interceptError(), within(tolerance * exact.interceptError()));
            assertThat(fits.slope(lane))
                    .isCloseTo(exact.slope(), within(tolerance * exact.slopeScale()));
            assertThat(fits.intercept(lane))
                    .isCloseTo(exact.intercept(), within(tolerance * exact.interceptScale()));
            assertThat(fits.chi2(lane)).isCloseTo(exact.chi2(), within(tolerance * exact.chi2()));
        }
    }

    @Test
    void pointsOnALineHaveNoChi2() {
        double[] x = {-2, 0, 1, 5};
        var fits = fit(x, new double[] {7, 3, 1, -7}, new double[] {1, 4, 0.25, 2});
        assertThat(fits.slope(0)).isCloseTo(-2, within(1e-14));
        assertThat(fits.intercept(0)).isCloseTo(3, within(1e-14));
        assertThat(fits.chi2(0)).isCloseTo(0, within(1e-26));
    }

    @Test
    void errorsAreThoseOfTheTextbook() {
        // x = 1, 2, 3 with sigma 1: var(slope) = 1 / 2, var(intercept) = 14 / 6.
        var fits = fit(new double[] {1, 2, 3}, new double[] {1, 3, 2}, new double[] {1, 1, 1});
        assertThat(fits.slope(0)).isCloseTo(0.5, within(1e-15));
        assertThat(fits.intercept(0)).isCloseTo(1, within(1e-15));
        assertThat(fits.chi2(0)).isCloseTo(1.5, within(1e-15));
        assertThat(fits.slopeError(0)).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(fits.interceptError(0)).isCloseTo(Math.sqrt(14.0 / 6), within(1e-15));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPointWithoutWeightDoesNotTakePart(long seed) {
        var random = new Random(seed);
        double[] x = random.doubles(6).toArray();
        double[] y = random.doubles(6).toArray();
        double[] weight = random.doubles(6, 0.1, 10).toArray();
        weight[2] = 0;
        LineFits with = fit(x, y, weight);
        LineFits without = fit(without2(x), without2(y), without2(weight));
        assertThat(with.slope(0)).isCloseTo(without.slope(0), within(1e-10));
        assertThat(with.intercept(0)).isCloseTo(without.intercept(0), within(1e-10));
        assertThat(with.chi2(0)).isCloseTo(without.chi2(0), within(1e-10));
    }

    private static double[] without2(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> i != 2)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    @ParameterizedTest(name = "{0} times one x")
    @ValueSource(ints = {0, 1, 2, 27})
    void fewerThanTwoDifferentXGiveNoLine(int weighted) {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            double[] x = random.doubles(30, 1, 50).toArray();
            Arrays.fill(x, 0, weighted, x[0]);
            double[] y = random.doubles(30, 0, 255).toArray();
            double[] weight = random.doubles(30, 1e-3, 1e3).toArray();
            Arrays.fill(weight, weighted, 30, 0);
            LineFits fits = fit(x, y, weight);
            assertThat(fits.slope(0)).as("slope, seed %d", seed).is(notFinite());
            assertThat(fits.intercept(0)).as("intercept, seed %d", seed).is(notFinite());
            assertThat(fits.slopeError(0)).as("slope error, seed %d", seed).is(notFinite());
            assertThat(fits.interceptError(0)).as("error, seed %d", seed).is(notFinite());
            assertThat(fits.chi2(0)).as("chi2, seed %d", seed).is(notFinite());
        }
    }

    private static Condition<Double> notFinite() {
        return new Condition<>(value -> !Double.isFinite(value), "NaN or infinite");
    }

    @Test
    void twoPointsSideBySideInALongScanMakeALine() {
        double[] x = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 1000).mapToDouble(i -> 3 + 2 * i).toArray();
        double[] weight = new double[1000];
        weight[998] = 1e-3;
        weight[999] = 1e3;
        LineFits fits = fit(x, y, weight);
        assertThat(fits.slope(0)).isCloseTo(2, within(1e-6));
        assertThat(fits.intercept(0)).isCloseTo(3, within(1e-3));
    }

    @Test
    void aScanWithoutPointsGivesNoLine() {
        LineFits fits = fit(new double[0], new double[0], new double[0]);
        assertThat(fits.slope(0)).isNaN();
        assertThat(fits.intercept(0)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                Double.MIN_VALUE
            })
    void strangeNumbersSpoilTheirOwnLaneOnlyAndNothingThrows(double strange) {
        Scan scan = Scan.random(new Random(3), 0);
        LineFits clean = scan.fit();
        double[] expected = results(clean);
        scan.y[1][2] = strange;
        scan.weight[2][5] = strange;
        double[] actual = results(scan.fit());
        for (int i = 0; i < expected.length; i++) {
            int lane = i % LANES;
            if (lane != 2 && lane != 5) assertThat(actual[i]).isEqualTo(expected[i]);
        }
        if (!Double.isFinite(strange)) {
            assertThat(scan.fit().slope(2)).is(notFinite());
            assertThat(scan.fit().slope(5)).isNaN();
        }
    }

    private static double[] results(LineFits fits) {
        double[] results = new double[5 * LANES];
        for (int lane = 0; lane < LANES; lane++) {
            results[lane] = fits.slope(lane);
            results[LANES + lane] = fits.intercept(lane);
            results[2 * LANES + lane] = fits.chi2(lane);
            results[3 * LANES + lane] = fits.slopeError(lane);
            results[4 * LANES + lane] = fits.interceptError(lane);
        }
        return results;
    }

    @Test
    void aReusedFitRemembersNothing() {
        var fits = new LineFits(LANES);
        Scan first = Scan.random(new Random(1), 0);
        first.y[0][0] = Double.NaN;
        fits.fit(first.x, first.y, first.weight);
        Scan second = Scan.random(new Random(2), 50);
        fits.fit(second.x, second.y, second.weight);
        assertThat(results(fits)).containsExactly(results(second.fit()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void thereIsAtLeastOneLane(int lanes) {
        assertThatThrownBy(() -> new LineFits(lanes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lanes must be > 0, got " + lanes);
    }

    private static LineFits fit(double[] x, double[] y, double[] weight) {
        var fits = new LineFits(1);
        fits.fit(x, rows(y), rows(weight));
        return fits;
    }

    private static double[][] rows(double[] values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }
}
