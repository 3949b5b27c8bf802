package tare.calibrate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.digi.DigiBatch;

/// What is counted where, against a plain loop, and what is refused.
class ScanCountersAddingTest {

    private static final int PLACE_BITS = 2;
    private static final int GROUPS = 2;
    private static final int SLOTS = 4;
    private static final SlotTable TABLE = SlotTable.of(PLACE_BITS, 3, 0);

    private final ScanCounters counters = new ScanCounters(3, SLOTS);
    private final long[] offPattern = new long[GROUPS];

    private static int channel(int group, int place) {
        return group << PLACE_BITS | place;
    }

    private int add(int point, int[] channels, int... values) {
        var hits = new DigiBatch(Math.max(channels.length, 1));
        for (int i = 0; i < channels.length; i++) hits.add(channels[i], values[i]);
        return counters.add(point, hits, TABLE, offPattern);
    }

    @Test
    void countsNumberSumAndSumOfSquares() {
        int[] channels = {channel(1, 0), channel(1, 0), channel(0, 3)};
        assertThat(add(2, channels, 3, 4, 255)).isEqualTo(3);
        assertCell(2, 3, 2, 7, 25);
        assertCell(2, 0, 1, 255, 65025);
        assertCell(2, 1, 0, 0, 0);
    }

    @Test
    void aValueOfZeroCounts() {
        add(0, new int[] {channel(0, 3)}, 0);
        assertCell(0, 0, 1, 0, 0);
    }

    @Test
    void pointsAndSlotsDoNotTouchEachOther() {
        add(1, new int[] {channel(0, 0)}, 9);
        for (int point = 0; point < 3; point++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                assertThat(counters.count(point, slot)).isEqualTo(point == 1 && slot == 1 ? 1 : 0);
            }
        }
    }

    @Test
    void hitsOffThePatternAreCountedByGroup() {
        int[] channels = {channel(0, 1), channel(1, 2), channel(1, 1), channel(1, 3)};
        assertThat(add(0, channels, 1, 2, 3, 4)).isEqualTo(1);
        assertThat(offPattern).containsExactly(1, 2);
        assertCell(0, 2, 1, 4, 16);
        add(0, channels, 1, 2, 3, 4);
        assertThat(offPattern).containsExactly(2, 4);
    }

    @Test
    void onlyTheValidEntriesOfABatchAreRead() {
        var hits = new DigiBatch(4);
        hits.add(channel(0, 0), 5);
        hits.add(channel(0, 0), 6);
        hits.size = 1;
        assertThat(counters.add(0, hits, TABLE, offPattern)).isEqualTo(1);
        assertCell(0, 1, 1, 5, 25);
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsWhatAPlainLoopCounts(long seed) {
        var random = new Random(seed);
        long[][][] expected = new long[3][SLOTS][3];
        long[] expectedOff = new long[GROUPS];
        for (int batch = 0; batch < 30; batch++) {
            int point = random.nextInt(3);
            var hits = new DigiBatch(300);
            for (int i = random.nextInt(300); i > 0; i--) {
                int group = random.nextInt(GROUPS);
                int place = random.nextInt(4);
                int value = random.nextInt(256);
                hits.add(channel(group, place), value);
                if (place == 1 || place == 2) expectedOff[group]++;
                else count(expected[point][2 * group + (place == 3 ? 0 : 1)], value);
            }
            counters.add(point, hits, TABLE, offPattern);
        }
        assertThat(offPattern).containsExactly(expectedOff);
        for (int point = 0; point < 3; point++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                long[] sums = expected[point][slot];
                assertCell(point, slot, sums[0], sums[1], sums[2]);
            }
        }
    }

    private static void count(long[] sums, long value) {
        sums[0]++;
        sums[1] += value;
        sums[2] += value * value;
    }

    @Test
    void loadsNeighbouringSlotsOfAPoint() {
        add(1, new int[] {channel(0, 0), channel(1, 3), channel(1, 3)}, 7, 8, 9);
        float[] n = {-1, -1, -1};
        float[] sum = {-1, -1, -1};
        float[] squares = {-1, -1, -1};
        counters.load(1, 1, 2, n, sum, squares);
        assertThat(n).containsExactly(1, 2, -1);
        assertThat(sum).containsExactly(7, 17, -1);
        assertThat(squares).containsExactly(49, 145, -1);
    }

    @Test
    void forgetsEverythingOnClear() {
        add(1, new int[] {channel(0, 0)}, 7);
        counters.clear();
        assertCell(1, 1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256, Integer.MIN_VALUE})
    void aValueThatDoesNotFitIsRefused(int value) {
        assertThatThrownBy(() -> add(0, new int[] {channel(0, 0)}, value))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void aPointOutsideTheScanIsRefused(int point) {
        assertThatThrownBy(() -> add(point, new int[] {channel(0, 1)}, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("" + point);
        assertThatThrownBy(
                        () -> counters.load(point, 0, 0, new float[0], new float[0], new float[0]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    /// Without a check the neighbouring point would answer.
    @ParameterizedTest
    @CsvSource({"0,4", "1,-1", "-1,4", "3,-4", "2,4"})
    void aCellOutsideTheScanIsRefused(int point, int slot) {
        assertThatThrownBy(() -> counters.count(point, slot))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> counters.sum(point, slot))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> counters.sumOfSquares(point, slot))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,4", "-1,4", "1,-1"})
    void aScanHasPointsAndNoNegativeNumberOfSlots(int points, int slots) {
        assertThatThrownBy(() -> new ScanCounters(points, slots))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "points must be > 0 and slots >= 0, got "
                                + points
                                + " points of "
                                + slots
                                + " slots");
    }

    @Test
    void moreCellsThanAnArrayHoldsAreRefused() {
        assertThatThrownBy(() -> new ScanCounters(1 << 16, 1 << 15))
                .isInstanceOf(ArithmeticException.class);
    }

    private void assertCell(int point, int slot, long n, long sum, long squares) {
        assertThat(counters.count(point, slot)).as("n of %d, %d", point, slot).isEqualTo(n);
        assertThat(counters.sum(point, slot)).as("sum of %d, %d", point, slot).isEqualTo(sum);
        assertThat(counters.sumOfSquares(point, slot))
                .as("squares of %d, %d", point, slot)
                .isEqualTo(squares);
    }
}
