package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tare.calibrate.fit.EfficiencyInterval.Method.CLOPPER_PEARSON;
import static tare.calibrate.fit.EfficiencyInterval.Method.WILSON;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.stat.interval.BinomialProportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EfficiencyIntervalTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.6827, 0.95, 0.999})
    void agreesWithHipparchus(double level) {
        var clopper = new EfficiencyInterval(CLOPPER_PEARSON, level);
        var wilson = new EfficiencyInterval(WILSON, level);
        for (int total : new int[] {2, 3, 10, 57, 1000}) {
            for (int passed = 1; passed < total; passed += 1 + total / 20) {
                double p = (double) passed / total;
                var expected = BinomialProportion.getClopperPearsonInterval(total, p, level);
                assertThat(clopper.lower(passed, total))
                        .isCloseTo(expected.getLowerBound(), within(1e-6));
                assertThat(clopper.upper(passed, total))
                        .isCloseTo(expected.getUpperBound(), within(1e-6));
                var score = BinomialProportion.getWilsonScoreInterval(total, p, level);
                assertThat(wilson.lower(passed, total))
                        .isCloseTo(score.getLowerBound(), within(1e-8));
                assertThat(wilson.upper(passed, total))
                        .isCloseTo(score.getUpperBound(), within(1e-8));
            }
        }
    }

    /// By definition: at either bound, an outcome as extreme as the one seen has half of what the
    /// level leaves.
    @ParameterizedTest
    @CsvSource({"1, 10", "9, 10", "3, 1000", "500, 1000", "997, 1000", "12345, 99999"})
    void clopperAndPearsonLeaveHalfTheRestOnEitherSide(int passed, int total) {
        var interval = new EfficiencyInterval(CLOPPER_PEARSON, 0.9);
        var low = new BinomialDistribution(total, interval.lower(passed, total));
        assertThat(1 - low.cumulativeProbability(passed - 1)).isCloseTo(0.05, within(1e-9));
        var high = new BinomialDistribution(total, interval.upper(passed, total));
        assertThat(high.cumulativeProbability(passed)).isCloseTo(0.05, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 60})
    void clopperAndPearsonNeverCoverLessThanTheySay(int total) {
        var interval = new EfficiencyInterval(CLOPPER_PEARSON, 0.9);
        for (double p = 0.005; p < 1; p += 0.005) {
            assertThat(coverage(interval, total, p)).as("p %s", p).isGreaterThanOrEqualTo(0.9);
        }
    }

    @Test
    void wilsonCoversWhatItSaysOnAverage() {
        var interval = new EfficiencyInterval(WILSON, 0.95);
        double sum = 0;
        for (int i = 1; i < 1000; i++) sum += coverage(interval, 40, i / 1000.0);
        assertThat(sum / 999).isCloseTo(0.95, within(0.005));
    }

    private static double coverage(EfficiencyInterval interval, int total, double p) {
        var outcomes = new BinomialDistribution(total, p);
        double covered = 0;
        for (int k = 0; k <= total; k++) {
            boolean covers = interval.lower(k, total) <= p && p <= interval.upper(k, total);
            if (covers) covered += outcomes.probability(k);
        }
        return covered;
    }

    @ParameterizedTest
    @EnumSource
    void isAMirrorImageForFailures(EfficiencyInterval.Method method) {
        var interval = new EfficiencyInterval(method, 0.9);
        for (int k = 0; k <= 30; k++) {
            assertThat(interval.lower(k, 30))
                    .isCloseTo(1 - interval.upper(30 - k, 30), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheEfficiencyAndStaysBetweenZeroAndOne(EfficiencyInterval.Method method) {
        var interval = new EfficiencyInterval(method, 0.9);
        for (int total : new int[] {1, 2, 1000, 1_000_000, Integer.MAX_VALUE}) {
            for (int passed : new int[] {0, 1, total / 2, total - 1, total}) {
                double p = (double) passed / total;
                assertThat(interval.lower(passed, total)).isBetween(0.0, p);
                assertThat(interval.upper(passed, total)).isBetween(p, 1.0);
            }
        }
    }

    /// None of n: the rule of three.
    @Test
    void noneOfManyIsBoundedByThreeOverN() {
        var interval = new EfficiencyInterval(CLOPPER_PEARSON, 0.9);
        assertThat(interval.upper(0, 1e6)).isCloseTo(-Math.log(0.05) / 1e6, within(1e-11));
        assertThat(interval.lower(1e6, 1e6)).isCloseTo(1 + Math.log(0.05) / 1e6, within(1e-11));
    }

    @Test
    void refusesALevelThatIsNoProbability() {
        assertThatThrownBy(() -> new EfficiencyInterval(WILSON, 1))
                .hasMessage("a level is above 0 and below 1, got 1.0");
    }
}
