package tare.calibrate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTableTest {

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {1, 2, 8, 13, 15})
    void placesHaveTheSlotsInWhichTheyAreListed(int placeBits) {
        var random = new Random(placeBits);
        int[] places =
                random.ints(0, 1 << placeBits).distinct().limit(1 << placeBits - 1).toArray();
        var table = SlotTable.of(placeBits, places);
        assertThat(table.slotsPerGroup()).isEqualTo(places.length);
        for (int slot = 0; slot < places.length; slot++) {
            assertThat(table.slot(places[slot])).isEqualTo(slot);
        }
        long stimulated =
                IntStream.range(0, 1 << placeBits)
                        .filter(place -> table.slot(place) != SlotTable.NONE)
                        .count();
        assertThat(stimulated).isEqualTo(places.length);
    }

    @Test
    void allPlacesOfTheWidestTableMayHaveSlots() {
        int[] places = IntStream.range(0, 1 << 15).toArray();
        var table = SlotTable.of(15, places);
        assertThat(table.slotsPerGroup()).isEqualTo(32768);
        assertThat(table.slot(32767)).isEqualTo(32767);
    }

    @Test
    void aPatternMayStimulateNothing() {
        var table = SlotTable.of(3);
        assertThat(table.slotsPerGroup()).isZero();
        assertThat(table.slot(7)).isEqualTo(SlotTable.NONE);
    }

    @Test
    void aPlaceListedTwiceIsNamed() {
        assertThatThrownBy(() -> SlotTable.of(4, 1, 5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("place 1 is in the pattern twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16, Integer.MAX_VALUE})
    void aPlaceThatDoesNotFitItsBitsIsNamed(int place) {
        assertThatThrownBy(() -> SlotTable.of(4, 1, place))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("places of 4 bits are 0 to 15, got " + place);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 16})
    void placesHave1To15Bits(int placeBits) {
        assertThatThrownBy(() -> SlotTable.of(placeBits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("places have 1 to 15 bits, got " + placeBits);
    }

    @Test
    void laterChangesOfTheArrayDoNotReachTheTable() {
        int[] places = {3, 1};
        var table = SlotTable.of(2, places);
        places[0] = 0;
        assertThat(table.slot(3)).isZero();
    }
}
