package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.channel.FitStatus;

class LinearLeastSquaresTest {
    private static final int POINTS = 15;
    private static final int PARAMETERS = 4;

    private final LinearLeastSquares fit = new LinearLeastSquares(POINTS, PARAMETERS);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /// A random problem.
    private record Problem(double[] design, double[] y, double[] sigma) {
        static Problem random(long seed) {
            var random = new SplittableRandom(seed);
            return new Problem(
                    random.doubles(POINTS * PARAMETERS, -1, 1).toArray(),
                    random.doubles(POINTS, -10, 10).toArray(),
                    random.doubles(POINTS, 0.2, 4).toArray());
        }

        RealMatrix weighted() {
            RealMatrix matrix = MatrixUtils.createRealMatrix(POINTS, PARAMETERS);
            for (int i = 0; i < design.length; i++) {
                int row = i / PARAMETERS;
                matrix.setEntry(row, i % PARAMETERS, design[i] / sigma[row]);
            }
            return matrix;
        }

        RealVector weightedY() {
            return MatrixUtils.createRealVector(y).ebeDivide(MatrixUtils.createRealVector(sigma));
        }
    }

    private void fit(Problem problem) {
        assertThat(fit.fit(problem.design, problem.y, problem.sigma, POINTS))
                .isEqualTo(FitStatus.OK);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithHipparchus(long seed) {
        Problem problem = Problem.random(seed);
        fit(problem);
        RealMatrix a = problem.weighted();
        RealVector solution = new QRDecomposer(0).decompose(a).solve(problem.weightedY());
        RealMatrix covariance = MatrixUtils.inverse(a.transposeMultiply(a));
        double chi2 =
                problem.weightedY()
                        .subtract(a.operate(solution))
                        .dotProduct(problem.weightedY().subtract(a.operate(solution)));
        assertThat(fit.chi2()).isCloseTo(chi2, within(1e-11 * chi2));
        assertThat(fit.ndf()).isEqualTo(POINTS - PARAMETERS);
        for (int j = 0; j < PARAMETERS; j++) {
            assertThat(fit.parameter(j))
                    .isCloseTo(solution.getEntry(j), within(1e-11 * fit.error(j)));
            for (int k = 0; k < PARAMETERS; k++) {
                assertThat(fit.covariance(j, k))
                        .isCloseTo(
                                covariance.getEntry(j, k),
                                within(1e-11 * fit.error(j) * fit.error(k)));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conditionIsTheRatioOfSingularValues(long seed) {
        Problem problem = Problem.random(seed);
        fit(problem);
        RealMatrix a = problem.weighted();
        for (int k = 0; k < PARAMETERS; k++) {
            a.setColumnVector(k, a.getColumnVector(k).unitVector());
        }
        double expected = new SingularValueDecomposition(a).getConditionNumber();
        assertThat(fit.condition()).isCloseTo(expected, within(1e-10 * expected));
    }

    @Test
    void errorsOfOrthogonalColumnsStandAlone() {
        double[] design = {1, 1, 1, -1, 1, 1, 1, -1};
        var line = new LinearLeastSquares(4, 2);
        double[] sigma = {2, 2, 2, 2};
        assertThat(line.fit(design, new double[] {5, 1, 5, 1}, sigma, 4)).isEqualTo(FitStatus.OK);
        assertThat(line.parameter(0)).isEqualTo(3);
        assertThat(line.parameter(1)).isEqualTo(2);
        assertThat(line.error(0)).isCloseTo(1, within(1e-15));
        assertThat(line.covariance(0, 1)).isCloseTo(0, within(1e-16));
        assertThat(line.chi2()).isZero();
        assertThat(line.condition()).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfPointsDoesNotMatter(long seed) {
        Problem problem = Problem.random(seed);
        fit(problem);
        double[] before = parameters();
        double[] design = new double[problem.design.length];
        double[] y = new double[POINTS];
        double[] sigma = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            int to = POINTS - 1 - i;
            System.arraycopy(problem.design, i * PARAMETERS, design, to * PARAMETERS, PARAMETERS);
            y[to] = problem.y[i];
            sigma[to] = problem.sigma[i];
        }
        fit(new Problem(design, y, sigma));
        assertThat(parameters()).containsExactly(before, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scalesExactlyWithPowersOfTwo(long seed) {
        Problem problem = Problem.random(seed);
        fit(problem);
        double[] before = parameters();
        double error = fit.error(1);
        double chi2 = fit.chi2();
        double[] y = Arrays.stream(problem.y).map(v -> 0x1p500 * v).toArray();
        double[] sigma = Arrays.stream(problem.sigma).map(v -> 0x1p500 * v).toArray();
        fit(new Problem(problem.design, y, sigma));
        for (int k = 0; k < PARAMETERS; k++) {
            assertThat(fit.parameter(k)).isEqualTo(0x1p500 * before[k]);
        }
        assertThat(fit.error(1)).isEqualTo(0x1p500 * error);
        assertThat(fit.chi2()).isEqualTo(chi2);
    }

    private double[] parameters() {
        double[] parameters = new double[PARAMETERS];
        Arrays.setAll(parameters, fit::parameter);
        return parameters;
    }

    @Test
    void nearlyDependentColumnsStillComeOut() {
        double tilt = 0x1p-30;
        double[] design = {1, 1, 1, 1 + tilt, 1, 1 - tilt};
        double[] y = {3, 3 + 2 * tilt, 3 - 2 * tilt};
        var pair = new LinearLeastSquares(3, 2);
        assertThat(pair.fit(design, y, new double[] {1, 1, 1}, 3)).isEqualTo(FitStatus.OK);
        assertThat(pair.parameter(0)).isEqualTo(1);
        assertThat(pair.parameter(1)).isEqualTo(2);
        assertThat(pair.condition()).isBetween(1e9, 1e10);
    }

    @ParameterizedTest
    @CsvSource({
        "'1 1 2 2 3 3',     '1 2 3',  '1 1 1', SINGULAR_MATRIX",
        "'1 0 1 0 1 0',     '1 2 3',  '1 1 1', SINGULAR_MATRIX",
        "'0 0 0 0 0 0',     '1 2 3',  '1 1 1', SINGULAR_MATRIX",
        "'1 2',             '1',      '1',     TOO_FEW_SAMPLES",
        "'',                '',       '',      NO_DATA",
        "'1 NaN 1 2 1 3',   '1 2 3',  '1 1 1', NON_FINITE_INPUT",
        "'1 1 1 2 1 3',     '1 2 NaN','1 1 1', NON_FINITE_INPUT",
        "'1 1 1 2 1 3',     '1 2 3',  '1 0 1', NON_FINITE_INPUT",
        "'1e300 1 1 2 1 3', '1 2 3',  '1e-9 1 1', NON_FINITE_RESULT",
        "'1 1 1 2 1 3',     '1 2 3',  '1 1 1', OK",
    })
    void endsWithAStatus(String design, String y, String sigma, FitStatus expected) {
        var pair = new LinearLeastSquares(3, 2);
        double[] values = numbers(y);
        assertThat(pair.fit(numbers(design), values, numbers(sigma), values.length))
                .isEqualTo(expected);
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void morePointsThanRoomAreAMistake() {
        assertThatThrownBy(() -> fit.fit(new double[64], new double[16], new double[16], 16))
                .hasMessage("room for 15 points, got 16");
    }
}
