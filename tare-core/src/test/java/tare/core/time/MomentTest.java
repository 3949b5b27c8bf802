package tare.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "RUN, 10981, run 10981",
        "RUN_LUMI, 47163035877388, run 10981 lumi 12",
        "RUN_LUMI, 4294967295, run 0 lumi 4294967295",
        "UTC_NANOS, 0, 1970-01-01T00:00:00Z",
        "UTC_NANOS, 1795172400000000001, 2026-11-20T11:00:00.000000001Z",
        "UTC_NANOS, 9223372036854775806, 2262-04-11T23:47:16.854775806Z"
    })
    void speaksItsAxis(TimeAxis axis, long value, String words) {
        assertThat(new Moment(axis, value)).hasToString(words);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void negativeValuesAndOpenAreNoMoments(long value) {
        assertThatThrownBy(() -> new Moment(TimeAxis.RUN, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("axis RUN")
                .hasMessageContaining("got " + value);
    }

    @Test
    void aRunIsAMomentOnTheRunAxis() {
        assertThat(new RunNumber(42).moment()).isEqualTo(new Moment(TimeAxis.RUN, 42));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, 4294967296L})
    void aRunNumberIsPositiveAndHas32Bits(long value) {
        assertThatThrownBy(() -> new RunNumber(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run number is 1 to 4294967295, got " + value);
    }

    @Test
    void runsSortByNumber() {
        assertThat(new RunNumber(4294967295L))
                .isGreaterThan(new RunNumber(2))
                .hasToString("4294967295");
    }
}
