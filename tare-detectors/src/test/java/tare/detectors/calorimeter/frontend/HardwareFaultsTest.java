package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.frontend.HardwareFault.Value;

/// Each fault of the list in its first and last run, and not outside.
class HardwareFaultsTest {
    private static final HardwareFaults FAULTS = HardwareFaults.standard();

    @ParameterizedTest
    @CsvSource({
        "196, HIGH_TOWER, 10169005, 10180034",
        "288, HIGH_TOWER, 10156086, 10158021",
        "239, SUM, 10131039, 10139018",
        "161, SUM, 10160069, 10162040",
        "137, SUM, 10121092, 10136031",
        "137, SUM, 10156031, 10180034",
        "13, SUM, 10154060, 10155022",
        "75, SUM, 13077001, 14000000"
    })
    void aDatedFaultActsInItsRuns(int patch, Value value, long first, long last) {
        for (var rules : List.of(FrontEndRules.mended(), FrontEndRules.asReference())) {
            assertThat(acts(patch, value, first - 1, rules)).isFalse();
            assertThat(acts(patch, value, first, rules)).isTrue();
            assertThat(acts(patch, value, last, rules)).isTrue();
            assertThat(acts(patch, value, last + 1, rules)).isFalse();
        }
    }

    private static boolean acts(int patch, Value value, long run, FrontEndRules rules) {
        return FAULTS.of(new RunNumber(run), EventKind.RECORDED, rules).stream()
                .anyMatch(fault -> fault.patch() == patch && fault.value() == value);
    }

    @ParameterizedTest
    @ValueSource(ints = {166, 199, 277, 292})
    void aFaultOf2009EndsWith2009OrNever(int patch) {
        for (var rules : List.of(FrontEndRules.mended(), FrontEndRules.asReference())) {
            assertThat(acts(patch, Value.HIGH_TOWER, 9_999_999, rules)).isFalse();
            assertThat(acts(patch, Value.HIGH_TOWER, 10_000_000, rules)).isTrue();
            assertThat(acts(patch, Value.HIGH_TOWER, 10_999_999, rules)).isTrue();
        }
        assertThat(acts(patch, Value.HIGH_TOWER, 11_000_000, FrontEndRules.mended())).isFalse();
        assertThat(acts(patch, Value.HIGH_TOWER, 99_999_999, FrontEndRules.asReference())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // run, value, patch, without the fault, with it
        "10090000, HIGH_TOWER, 166, 0, 2",
        "10090000, HIGH_TOWER, 199, 8, 9",
        "10090000, HIGH_TOWER, 277, 9, 10",
        "10090000, HIGH_TOWER, 277, 8, 8",
        "10090000, HIGH_TOWER, 277, 63, 64",
        "10090000, HIGH_TOWER, 292, 7, 5",
        "10169005, HIGH_TOWER, 196, 8, 12",
        "10157001, HIGH_TOWER, 288, 9, 10",
        "10131039, SUM, 239, 5, 4",
        "10160069, SUM, 161, 7, 5",
        "10121092, SUM, 137, 4, 5",
        "10154060, SUM, 13, 4, 5",
        "13077001, SUM, 75, 33, 1"
    })
    void aFaultChangesOneNumber(long run, Value value, int patch, int before, int after) {
        var columns = PatchColumns.ofBarrel(2);
        int[] numbers = value == Value.SUM ? columns.sum(patch) : columns.highTower(patch);
        numbers[0] = before;
        numbers[1] = before;
        FAULTS.of(new RunNumber(run), EventKind.RECORDED, FrontEndRules.asReference()).stream()
                .filter(fault -> fault.patch() == patch && fault.value() == value)
                .forEach(fault -> fault.apply(columns, 1));
        assertThat(numbers).containsExactly(after, before);
    }

    @Test
    void thereAreNoneBefore2009() {
        assertThat(
                        FAULTS.of(
                                new RunNumber(9_999_999),
                                EventKind.RECORDED,
                                FrontEndRules.asReference()))
                .isEmpty();
    }
}
