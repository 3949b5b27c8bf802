package tare.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalOfValidityTest {

    private static final IntervalOfValidity RUNS_10_TO_19 =
            new IntervalOfValidity(TimeAxis.RUN, 10, 20);

    @ParameterizedTest
    @CsvSource({"9,false", "10,true", "19,true", "20,false"})
    void sinceIsInsideAndUntilIsNot(long run, boolean inside) {
        assertThat(RUNS_10_TO_19.contains(new RunNumber(run).moment())).isEqualTo(inside);
    }

    @Test
    void adjacentIntervalsShareNoMoment() {
        var next = new IntervalOfValidity(TimeAxis.RUN, 20, 30);
        for (long run = 10; run < 30; run++) {
            var moment = new RunNumber(run).moment();
            assertThat(RUNS_10_TO_19.contains(moment)).isNotEqualTo(next.contains(moment));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOpenIntervalHoldsUntilTheLastMoment(TimeAxis axis) {
        var interval = IntervalOfValidity.from(new Moment(axis, 5));
        assertThat(interval.isOpen()).isTrue();
        assertThat(interval.contains(new Moment(axis, 4))).isFalse();
        assertThat(interval.contains(new Moment(axis, 5))).isTrue();
        assertThat(interval.contains(new Moment(axis, Long.MAX_VALUE - 1))).isTrue();
    }

    @Test
    void theLastMomentHasAnIntervalOfItsOwn() {
        var last = new Moment(TimeAxis.UTC_NANOS, Long.MAX_VALUE - 1);
        assertThat(IntervalOfValidity.from(last).contains(last)).isTrue();
    }

    @Test
    void anIntervalThatEndsIsNotOpen() {
        assertThat(RUNS_10_TO_19.isOpen()).isFalse();
    }

    @Test
    void aMomentOnAnotherAxisIsRefusedWithBothAxes() {
        var moment = new Moment(TimeAxis.RUN_LUMI, 10L << 32 | 3);
        assertThatThrownBy(() -> RUNS_10_TO_19.contains(moment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run 10 lumi 3 is on axis RUN_LUMI, the interval on axis RUN");
    }

    @ParameterizedTest
    @CsvSource({"10,10", "10,9", "0,0", "5,-1"})
    void anEmptyIntervalIsRefused(long since, long until) {
        assertThatThrownBy(() -> new IntervalOfValidity(TimeAxis.RUN, since, until))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since " + since + ", until " + until);
    }

    @Test
    void aNegativeStartIsRefused() {
        assertThatThrownBy(() -> new IntervalOfValidity(TimeAxis.RUN, -1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("since must not be negative, got -1");
    }

    @Test
    void speaksItsAxis() {
        assertThat(RUNS_10_TO_19).hasToString("[run 10, run 20)");
        assertThat(IntervalOfValidity.from(new RunNumber(7).moment())).hasToString("[run 7, open)");
    }
}
