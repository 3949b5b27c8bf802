package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.channel.FitStatus;

/// The linear problems of NIST's Statistical Reference Datasets, to 9 digits of the certified
/// values.
class StrdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "norris",
                "pontius",
                "wampler1",
                "wampler2",
                "wampler3",
                "wampler4",
                "wampler5"
            })
    void polynomialsComeOutOfPlainPowers(String name) throws IOException {
        Strd problem = Strd.read(name);
        int degree = problem.parameters() - 1;
        double[][] design =
                Arrays.stream(problem.x())
                        .mapToObj(x -> powers(x, degree))
                        .toArray(double[][]::new);
        assertCertified(problem, design);
    }

    private static double[] powers(double x, int degree) {
        double[] powers = new double[degree + 1];
        powers[0] = 1;
        for (int k = 1; k <= degree; k++) powers[k] = powers[k - 1] * x;
        return powers;
    }

    /// Six economic series that nearly follow each other.
    @Test
    void longleyComesOut() throws IOException {
        Strd problem = Strd.read("longley");
        double[][] design =
                Arrays.stream(problem.predictors())
                        .map(StrdTest::withConstant)
                        .toArray(double[][]::new);
        assertCertified(problem, design);
    }

    private static double[] withConstant(double[] row) {
        double[] all = new double[row.length + 1];
        all[0] = 1;
        System.arraycopy(row, 0, all, 1, row.length);
        return all;
    }

    private static void assertCertified(Strd problem, double[][] design) {
        int parameters = problem.parameters();
        var fit = new LinearLeastSquares(problem.points(), parameters);
        double[] flat = Arrays.stream(design).flatMapToDouble(Arrays::stream).toArray();
        FitStatus status = fit.fit(flat, problem.y(), ones(problem.points()), problem.points());
        assertThat(status).isEqualTo(FitStatus.OK);
        assertThat(fit.ndf()).isEqualTo(problem.points() - parameters);
        problem.assertSpread(fit.chi2());
        for (int k = 0; k < parameters; k++) {
            problem.assertParameter(k, fit.parameter(k), fit.error(k), fit.chi2());
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "norris",
                "pontius",
                "wampler1",
                "wampler2",
                "wampler3",
                "wampler4",
                "wampler5"
            })
    void polynomialsComeOutOfCenteredPowers(String name) throws IOException {
        Strd problem = Strd.read(name);
        var fit = new CenteredPolynomial(problem.points(), problem.parameters() - 1);
        double[] ones = ones(problem.points());
        FitStatus status = fit.fit(problem.x(), problem.y(), ones, problem.points());
        assertThat(status).isEqualTo(FitStatus.OK);
        problem.assertSpread(fit.chi2());
        for (int k = 0; k < problem.parameters(); k++) {
            problem.assertParameter(k, fit.coefficient(k), fit.error(k), fit.chi2());
        }
    }
}
