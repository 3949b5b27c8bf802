package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChiSquareTest {
    private static final double SMALLEST = 1e-290;

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 18, 27, 28, 50, 99, 100, 197, 198, 301, 399, 400,
                401, 402, 999, 2000
            })
    void agreesWithTheIncompleteGammaFunctionDownToTheSmallestProbabilities(int ndf) {
        int compared = 0;
        for (double chi2 = 1e-6; chi2 < 6000; chi2 = chi2 * 1.07 + 0.01) {
            double expected = Gamma.regularizedGammaQ(0.5 * ndf, 0.5 * chi2);
            double got = ChiSquare.probability(chi2, ndf);
            if (expected < SMALLEST) {
                assertThat(got).as("chi2 %s", chi2).isBetween(0.0, 1.01 * SMALLEST);
            } else {
                assertThat(got)
                        .as("chi2 %s, ndf %d", chi2, ndf)
                        .isCloseTo(expected, within(1e-7 * expected));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void isAnExponentialForTwoDegreesOfFreedom() {
        for (double chi2 : new double[] {0, 0.5, 1, 10, 100, 1000, 1300}) {
            double expected = Math.exp(-0.5 * chi2);
            assertThat(ChiSquare.probability(chi2, 2))
                    .isCloseTo(expected, within(1e-14 * expected));
        }
    }

    @Test
    void isAnExponentialTimesALineForFourDegreesOfFreedom() {
        for (double chi2 : new double[] {0, 0.5, 1, 10, 100, 1000, 1300}) {
            double expected = Math.exp(-0.5 * chi2) * (1 + 0.5 * chi2);
            assertThat(ChiSquare.probability(chi2, 4))
                    .isCloseTo(expected, within(1e-14 * expected));
        }
    }

    /// The probabilities of one, two and three standard deviations.
    @ParameterizedTest
    @CsvSource({"1, 0.31731050786291", "4, 0.04550026389636", "9, 0.00269979606326"})
    void isTheNormalTailForOneDegreeOfFreedom(double chi2, double expected) {
        assertThat(ChiSquare.probability(chi2, 1)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void isOneWithoutAnyChi2() {
        for (int ndf = 1; ndf < 500; ndf++) {
            assertThat(ChiSquare.probability(0, ndf)).as("ndf %d", ndf).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void isZeroWithoutDegreesOfFreedomAndForWhatIsNoChi2() {
        assertThat(ChiSquare.probability(1, 0)).isZero();
        assertThat(ChiSquare.probability(1, -1)).isZero();
        assertThat(ChiSquare.probability(-1, 5)).isZero();
        assertThat(ChiSquare.probability(Double.NaN, 5)).isZero();
    }

    @Test
    void isZeroForEndlessChi2() {
        for (int ndf : new int[] {1, 2, 27, 198, 401, 5000}) {
            assertThat(ChiSquare.probability(Double.POSITIVE_INFINITY, ndf)).isZero();
            assertThat(ChiSquare.probability(1e300, ndf)).isZero();
        }
    }

    @Test
    void fallsWithChi2() {
        for (int ndf = 1; ndf < 450; ndf += 7) {
            double before = 1 + 1e-12;
            for (double chi2 = 0; chi2 < 3000; chi2 += 0.37) {
                double now = ChiSquare.probability(chi2, ndf);
                assertThat(now <= before * (1 + 1e-8)).as("chi2 %s, ndf %d", chi2, ndf).isTrue();
                before = now;
            }
        }
    }
}
