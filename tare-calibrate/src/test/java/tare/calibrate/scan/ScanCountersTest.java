package tare.calibrate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.digi.DigiBatch;

class ScanCountersTest {
    private static final int BITS = 4;
    private static final int POINTS = 3;
    private static final int GROUPS = 2;

    /// Places 3, 9 and 14 of 16.
    private final SlotTable table = SlotTable.of(BITS, 3, 9, 14);

    private final ScanCounters counters = new ScanCounters(POINTS, GROUPS * table.slotsPerGroup());
    private final long[] offPattern = new long[GROUPS];

    private static DigiBatch repeated(int hits, int channel, int value) {
        var batch = new DigiBatch(Math.max(hits, 1));
        for (int i = 0; i < hits; i++) batch.add(channel, value);
        return batch;
    }

    private static int channel(int group, int place) {
        return group << BITS | place;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 255, 256, 257, 258, 259, 300, 1000, 100_000})
    void losesNothingHoweverOftenTheLargestValueComes(int times) {
        counters.add(1, repeated(times, channel(1, 9), 255), table, offPattern);
        assertThat(counters.count(1, 4)).isEqualTo(times);
        assertThat(counters.sum(1, 4)).isEqualTo(255L * times);
        assertThat(counters.sumOfSquares(1, 4)).isEqualTo(255L * 255 * times);
        for (int slot = 0; slot < counters.slots(); slot++) {
            if (slot != 4) assertThat(counters.count(1, slot)).isZero();
            assertThat(counters.count(0, slot)).isZero();
            assertThat(counters.count(2, slot)).isZero();
        }
    }

    @Test
    void losesNothingWhenHitsComeOneByOne() {
        for (int i = 0; i < 1000; i++) {
            counters.add(2, repeated(1, channel(0, 3), 255), table, offPattern);
        }
        assertThat(counters.count(2, 0)).isEqualTo(1000);
        assertThat(counters.sumOfSquares(2, 0)).isEqualTo(1000L * 255 * 255);
    }

    @Test
    void countsWhatIsOffThePatternByGroup() {
        var batch = new DigiBatch(8);
        batch.add(channel(0, 3), 1);
        batch.add(channel(0, 4), 1);
        batch.add(channel(1, 15), 1);
        batch.add(channel(1, 0), 1);
        assertThat(counters.add(0, batch, table, offPattern)).isEqualTo(1);
        assertThat(offPattern).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithPlainSumsForRandomHits(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long[][][] expected = new long[POINTS][GROUPS * 3][3];
        ScanCounters half = new ScanCounters(POINTS, GROUPS * 3);
        int[] places = {3, 9, 14};
        for (int batchNumber = 0; batchNumber < 2000; batchNumber++) {
            int point = random.nextInt(POINTS);
            var batch = new DigiBatch(64);
            for (int i = random.nextInt(64); i > 0; i--) {
                int group = random.nextInt(GROUPS);
                int place = random.nextInt(3);
                int value = random.nextInt(256);
                batch.add(channel(group, places[place]), value);
                long[] sums = expected[point][group * 3 + place];
                sums[0]++;
                sums[1] += value;
                sums[2] += (long) value * value;
            }
            (batchNumber % 2 == 0 ? counters : half).add(point, batch, table, offPattern);
        }
        counters.merge(half);
        float[] n = new float[GROUPS * 3];
        float[] sum = new float[GROUPS * 3];
        float[] squares = new float[GROUPS * 3];
        for (int point = 0; point < POINTS; point++) {
            counters.load(point, 0, n.length, n, sum, squares);
            for (int slot = 0; slot < n.length; slot++) {
                assertThat(counters.count(point, slot))
                        .as("seed %d", seed)
                        .isEqualTo(expected[point][slot][0]);
                assertThat(counters.sum(point, slot)).isEqualTo(expected[point][slot][1]);
                assertThat(counters.sumOfSquares(point, slot)).isEqualTo(expected[point][slot][2]);
                assertThat(n[slot]).isEqualTo((float) expected[point][slot][0]);
                assertThat(sum[slot]).isEqualTo((float) expected[point][slot][1]);
                assertThat(squares[slot]).isEqualTo((float) expected[point][slot][2]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 127, 128, 200, 258})
    void goesOnCountingAfterAMerge(int times) {
        var other = new ScanCounters(POINTS, counters.slots());
        other.add(0, repeated(times, channel(0, 3), 255), table, offPattern);
        counters.add(0, repeated(times, channel(0, 3), 255), table, offPattern);
        counters.merge(other);
        counters.add(0, repeated(times, channel(0, 3), 255), table, offPattern);
        assertThat(counters.count(0, 0)).isEqualTo(3L * times);
        assertThat(counters.sum(0, 0)).isEqualTo(3L * times * 255);
        assertThat(counters.sumOfSquares(0, 0)).isEqualTo(3L * times * 255 * 255);
    }

    @Test
    void refusesToMergeAnotherShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counters.merge(new ScanCounters(POINTS, 1)))
                .withMessageContaining("3 points of 1 slots");
    }

    @Test
    void forgetsEverythingWhenCleared() {
        counters.add(0, repeated(500, channel(0, 3), 255), table, offPattern);
        counters.clear();
        assertThat(counters.count(0, 0)).isZero();
        assertThat(counters.sum(0, 0)).isZero();
    }

    @Test
    void refusesAPlaceTwiceInAPattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotTable.of(BITS, 3, 9, 3))
                .withMessage("place 3 is in the pattern twice");
        assertThatIllegalArgumentException().isThrownBy(() -> SlotTable.of(16, 3));
        assertThat(table.slot(9)).isEqualTo(1);
        assertThat(table.slot(8)).isEqualTo(SlotTable.NONE);
    }
}
