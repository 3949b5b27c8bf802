package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EfficiencyCountersTest {
    @Test
    void countsAnswersAndStimuli() {
        var counters = new EfficiencyCounters(2);
        for (double answer : new double[] {1, 0, 1, 1, -0.0}) counters.add(1, answer);
        assertThat(counters.passed(1)).isEqualTo(3);
        assertThat(counters.count(1)).isEqualTo(5);
        assertThat(counters.count(0)).isZero();
    }

    @Test
    void whatIsNeitherAnswerNorSilenceIsCountedApart() {
        var counters = new EfficiencyCounters(1);
        for (double odd : new double[] {0.5, Double.NaN, -1, 2}) counters.add(0, odd);
        assertThat(counters.refused(0)).isEqualTo(4);
        assertThat(counters.count(0)).isZero();
    }

    @Test
    void countsFromElsewhereMayBeLargeButNotImpossible() {
        var counters = new EfficiencyCounters(1);
        counters.add(0, 3_000_000_000L, 5_000_000_000L);
        counters.add(0, 1);
        assertThat(counters.passed(0)).isEqualTo(3_000_000_001L);
        assertThatThrownBy(() -> counters.add(0, 3, 2)).hasMessageContaining("3 answers to 2");
        assertThatThrownBy(() -> counters.add(0, 0, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
        assertThat(counters.count(0)).isEqualTo(5_000_000_001L);
    }
}
