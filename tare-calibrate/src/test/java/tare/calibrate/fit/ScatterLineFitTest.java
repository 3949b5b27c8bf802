package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.BankBuilder;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.work.Workers;

class ScatterLineFitTest {
    private static final int CHANNELS = 300;
    private static final int CAPACITY = 12;
    private static final double ROUNDING_OF_COLUMNS = 2e-7;

    private final ScatterLineFit fit = new ScatterLineFit("DAC", "ADC");

    /// Scans of 2 to 12 points, each channel its own x and errors.
    private record Scan(int[] n, double[] x, double[] y, double[] dy) {
        static Scan random(long seed, double origin) {
            var random = new SplittableRandom(seed);
            int size = CHANNELS * CAPACITY;
            int[] n = random.ints(CHANNELS, 2, CAPACITY + 1).toArray();
            double[] x = random.doubles(size, -5, 5).map(v -> v + origin).toArray();
            double[] y = random.doubles(size, -50, 50).toArray();
            double[] dy = random.doubles(size, 0.1, 3).toArray();
            return new Scan(n, x, y, dy);
        }

        PointColumns byPoint() {
            return PointColumns.byPoint(n, CAPACITY, x, y, dy);
        }

        PointColumns byChannel() {
            return PointColumns.byChannel(n, CAPACITY, turned(x), turned(y), turned(dy));
        }

        private static double[] turned(double[] byPoint) {
            double[] byChannel = new double[byPoint.length];
            for (int i = 0; i < byPoint.length; i++) {
                byChannel[i % CHANNELS * CAPACITY + i / CHANNELS] = byPoint[i];
            }
            return byChannel;
        }

        ExactLine exact(int channel) {
            double[] weight =
                    Arrays.stream(points(dy, channel)).map(d -> (1 / d) * (1 / d)).toArray();
            return ExactLine.through(points(x, channel), points(y, channel), weight);
        }

        private double[] points(double[] values, int channel) {
            double[] points = new double[n[channel]];
            for (int p = 0; p < points.length; p++) points[p] = values[p * CHANNELS + channel];
            return points;
        }
    }

    @ParameterizedTest(name = "x around {0}")
    @ValueSource(doubles = {0, 1000, -4e5})
    void agreesWithExactArithmetic(double origin) {
        Scan scan = Scan.random(7, origin);
        BankBuilder lines = Rows.fit(fit, scan.byPoint());
        for (int i = 0; i < CHANNELS; i++) {
            ExactLine exact = scan.exact(i);
            assertClose(lines.floats("slope")[i], exact.slope(), exact.slopeScale());
            assertClose(lines.floats("intercept")[i], exact.intercept(), exact.interceptScale());
            assertClose(Math.sqrt(lines.floats("var_slope")[i]), exact.slopeError(), 0);
            assertClose(Math.sqrt(lines.floats("var_intercept")[i]), exact.interceptError(), 0);
            assertClose(lines.floats("chi2")[i], exact.chi2(), 1e-7);
            assertThat(lines.ints("n")[i]).isEqualTo(scan.n[i]);
            assertThat(lines.ints("ndf")[i]).isEqualTo(scan.n[i] - 2);
        }
        assertThat(lines.flags()).containsOnly(0);
    }

    private static void assertClose(double actual, double expected, double scale) {
        double size = Math.abs(expected) + scale;
        assertThat(actual).isCloseTo(expected, within(ROUNDING_OF_COLUMNS * size));
    }

    @Test
    void norrisComesOutToNineDigits() throws IOException {
        Strd problem = Strd.read("norris");
        int points = problem.points();
        var input =
                PointColumns.byPoint(
                        new int[] {points}, points, problem.x(), problem.y(), ones(points));
        var rows = new PointRows(points);
        var block = new LineBlock();
        rows.load(input, 0, 1);
        rows.fit(block);
        problem.assertSpread(block.chi2[0]);
        double chi2 = block.chi2[0];
        problem.assertParameter(0, block.intercept[0], Math.sqrt(block.varIntercept[0]), chi2);
        problem.assertParameter(1, block.slope[0], Math.sqrt(block.varSlope[0]), chi2);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void readsPointsOfAChannelSideBySideAsWell() {
        Scan scan = Scan.random(8, 3);
        BankBuilder byPoint = Rows.fit(fit, scan.byPoint());
        BankBuilder byChannel = Rows.fit(fit, scan.byChannel());
        assertThat(byChannel.floats("slope")).isEqualTo(byPoint.floats("slope"));
        assertThat(byChannel.floats("chi2")).isEqualTo(byPoint.floats("chi2"));
    }

    /// The covariance is what makes the error of the line smallest at the weighted mean of x.
    @Test
    void errorOfTheLineIsSmallestAtTheMeanOfX() {
        BankBuilder line =
                fitted(new double[] {1, 2, 6}, new double[] {0, 0, 0}, new double[] {1, 1, 1});
        double mean = 3;
        double atMean =
                line.floats("var_intercept")[0]
                        + 2 * mean * line.floats("covariance")[0]
                        + mean * mean * line.floats("var_slope")[0];
        assertThat(atMean).isCloseTo(1.0 / 3, within(1e-6));
        assertThat(line.floats("covariance")[0]).isCloseTo(-3f / 14, within(1e-7f));
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 1", "1, 1e5", "100, 1e-4"})
    void scalesWithTheUnitsOfXAndY(double xUnit, double yUnit) {
        Scan scan = Scan.random(9, 2);
        BankBuilder one = Rows.fit(fit, scan.byPoint());
        var scaled =
                new Scan(scan.n, times(scan.x, xUnit), times(scan.y, yUnit), times(scan.dy, yUnit));
        BankBuilder other = Rows.fit(fit, scaled.byPoint());
        for (int i = 0; i < CHANNELS; i++) {
            double slope = one.floats("slope")[i] * yUnit / xUnit;
            double error = Math.sqrt(one.floats("var_slope")[i]) * yUnit / xUnit;
            assertThat((double) other.floats("slope")[i])
                    .isCloseTo(slope, within(1e-6 * error + 1e-6 * Math.abs(slope)));
            assertThat(Math.sqrt(other.floats("var_slope")[i]))
                    .isCloseTo(error, within(1e-6 * error));
            double chi2 = one.floats("chi2")[i];
            assertThat((double) other.floats("chi2")[i])
                    .isCloseTo(chi2, within(1e-6 * chi2 + 1e-9));
        }
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    /// Errors twice as large: the same line, half the pull, a quarter of chi2.
    @Test
    void scalesWithTheErrors() {
        Scan scan = Scan.random(10, 0);
        BankBuilder one = Rows.fit(fit, scan.byPoint());
        BankBuilder other =
                Rows.fit(fit, new Scan(scan.n, scan.x, scan.y, times(scan.dy, 2)).byPoint());
        for (int i = 0; i < CHANNELS; i++) {
            assertThat(other.floats("slope")[i]).isEqualTo(one.floats("slope")[i]);
            assertThat(other.floats("chi2")[i]).isEqualTo(one.floats("chi2")[i] / 4);
            assertThat(other.floats("var_slope")[i]).isEqualTo(one.floats("var_slope")[i] * 4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',          '',       '',         NO_DATA",
        "'3',         '1',      '1',        TOO_FEW_SAMPLES",
        "'3 3 3',     '1 2 3',  '1 1 1',    SINGULAR_MATRIX",
        "'1e9 1e9',   '1 2',    '1 1',      SINGULAR_MATRIX",
        "'0 0',       '1 2',    '1 1',      SINGULAR_MATRIX",
        "'1 2 NaN',   '1 2 3',  '1 1 1',    NON_FINITE_INPUT",
        "'1 2 3',     '1 Infinity 3', '1 1 1', NON_FINITE_INPUT",
        "'1 2 3',     '1 2 3',  '1 0 1',    NON_FINITE_INPUT",
        "'1 2 3',     '1 2 3',  '1 -1 1',   NON_FINITE_INPUT",
        "'1 2 3',     '1 2 3',  '1 Infinity 1', NON_FINITE_INPUT",
        "'1 1e200',   '1 2',    '1 1',      NON_FINITE_RESULT",
        "'1 2',       '1 2',    '1e-200 1e-200', NON_FINITE_RESULT",
        "'1 2',       '1 5',    '1 1',      OK",
    })
    void endsWithAStatus(String x, String y, String dy, FitStatus expected) {
        BankBuilder line = fitted(numbers(x), numbers(y), numbers(dy));
        assertThat(Rows.status(line, 0)).isEqualTo(expected);
        boolean isOk = expected == FitStatus.OK;
        assertThat(new ChannelFlag(line.flags()[0]).quality())
                .isEqualTo(isOk ? Quality.GOOD : Quality.BAD);
        assertThat(line.floats("slope")[0]).isEqualTo(isOk ? 4 : 0);
        assertThat(line.ints("n")[0]).isEqualTo(numbers(x).length);
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private BankBuilder fitted(double[] x, double[] y, double[] dy) {
        int capacity = Math.max(1, x.length);
        return Rows.fit(
                fit,
                PointColumns.byPoint(
                        new int[] {x.length},
                        capacity,
                        Arrays.copyOf(x, capacity),
                        Arrays.copyOf(y, capacity),
                        Arrays.copyOf(dy, capacity)));
    }

    @Test
    void aStrangeChannelSpoilsNoOther() {
        Scan scan = Scan.random(11, 0);
        BankBuilder clean = Rows.fit(fit, scan.byPoint());
        scan.x[CHANNELS + 77] = Double.NaN;
        scan.n[78] = 0;
        BankBuilder other = Rows.fit(fit, scan.byPoint());
        for (int i = 0; i < CHANNELS; i++) {
            if (i == 77 || i == 78) continue;
            assertThat(other.floats("slope")[i]).isEqualTo(clean.floats("slope")[i]);
        }
        assertThat(Rows.status(other, 77)).isEqualTo(FitStatus.NON_FINITE_INPUT);
        assertThat(Rows.status(other, 78)).isEqualTo(FitStatus.NO_DATA);
    }

    @Test
    void otherFieldsOfAFlagStay() {
        Scan scan = Scan.random(12, 0);
        BankBuilder lines = Rows.emptyFor(fit, CHANNELS);
        int noisy = Condition.NOISY.bits() | ChannelFlag.OVERRIDDEN | 5;
        Arrays.fill(lines.flags(), noisy | FitStatus.NO_DATA.bits() | Quality.BAD.bits());
        scan.n[3] = 0;
        fit.fit(scan.byPoint(), lines, Workers.onCallingThread());
        assertThat(lines.flags()[0]).isEqualTo(noisy);
        assertThat(lines.flags()[3])
                .isEqualTo(noisy | FitStatus.NO_DATA.bits() | Quality.BAD.bits());
    }

    @Test
    void resultsOfAnotherShapeAreAMistake() {
        PointColumns points = Scan.random(13, 0).byPoint();
        assertThatThrownBy(() -> fit.fit(points, 0, 1, Rows.emptyFor(fit, 4)))
                .hasMessage("input has 300 channels, results 4");
        BankBuilder moments = Rows.emptyFor(new MomentsFit("ADC"), CHANNELS);
        assertThatThrownBy(() -> fit.fit(points, 0, 1, moments))
                .hasMessage("this fit fills line/1, got results of msn/1");
        assertThatThrownBy(() -> fit.fit(points, 0, 301, Rows.emptyFor(fit, CHANNELS)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
