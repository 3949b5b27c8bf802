package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTest {
    private static final double ROOT_2 = Math.sqrt(2);

    @Test
    void agreesWithTheErrorFunctionRelativeToTheProbabilityItself() {
        for (double z = -8; z < 8; z += 0.00713) {
            double expected = 0.5 * Erf.erfc(-z / ROOT_2);
            assertThat(Normal.cdf(z)).as("z %s", z).isCloseTo(expected, within(2e-13 * expected));
        }
    }

    @Test
    void keepsThreeDigitsDownToTheSmallestProbabilities() {
        for (double z = -36.9; z < -8; z += 0.0713) {
            double expected = 0.5 * Erf.erfc(-z / ROOT_2);
            assertThat(Normal.cdf(z)).as("z %s", z).isCloseTo(expected, within(1e-3 * expected));
        }
    }

    @Test
    void betweenTwoPointsOfATailLosesNothing() {
        for (double a = -7.5; a < 7.5; a += 0.173) {
            for (double width : new double[] {0.1, 0.4, 3}) {
                double left = Math.min(a, -a - width);
                double expected =
                        left > 0 || left + width <= 0
                                ? 0.5
                                        * (Erf.erfc(-(left + width) / ROOT_2)
                                                - Erf.erfc(-left / ROOT_2))
                                : 0.5 * Erf.erf(left / ROOT_2, (left + width) / ROOT_2);
                assertThat(Normal.between(a, a + width))
                        .as("%s + %s", a, width)
                        .isCloseTo(expected, within(5e-12 * expected));
            }
        }
    }

    @Test
    void densityIsTheTextbooks() {
        var normal = new NormalDistribution();
        for (double z = -10; z < 10; z += 0.37) {
            double expected = normal.density(z);
            assertThat(Normal.density(z)).isCloseTo(expected, within(1e-14 * expected));
        }
    }

    @Test
    void endsAtZeroAndOne() {
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(-1e300)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.cdf(0)).isEqualTo(0.5);
    }
}
