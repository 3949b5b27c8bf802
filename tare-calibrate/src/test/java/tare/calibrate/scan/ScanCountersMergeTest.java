package tare.calibrate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.digi.DigiBatch;

/// Merging equals adding everything to one, in however many parts and also where cells outgrow
/// their packed fields (n beyond 257).
class ScanCountersMergeTest {

    private static final int POINTS = 2;
    private static final int SLOTS = 3;
    private static final SlotTable TABLE = SlotTable.of(2, 2, 0, 1);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalsAddingEverythingToOne(long seed) {
        var random = new Random(seed);
        var all = new ScanCounters(POINTS, SLOTS);
        var parts =
                IntStream.rangeClosed(0, random.nextInt(6))
                        .mapToObj(_ -> new ScanCounters(POINTS, SLOTS))
                        .toList();
        // From a few hits per cell to far beyond what a packed cell holds.
        int batches = 1 + random.nextInt(seed % 3 == 0 ? 3 : 40);
        for (int i = 0; i < batches; i++) {
            int point = random.nextInt(POINTS);
            DigiBatch hits = hits(random);
            add(all, point, hits);
            add(parts.get(random.nextInt(parts.size())), point, hits);
        }
        var merged = new ScanCounters(POINTS, SLOTS);
        parts.forEach(merged::merge);
        assertSame(merged, all);
        DigiBatch late = hits(random);
        add(all, 1, late);
        add(merged, 1, late);
        assertSame(merged, all);
    }

    /// Up to 200 hits; some batches hit one slot only, and most values are the largest.
    private static DigiBatch hits(Random random) {
        var hits = new DigiBatch(200);
        int places = random.nextInt(3) == 0 ? 1 : 4;
        for (int i = random.nextInt(201); i > 0; i--) {
            int value = random.nextInt(4) == 0 ? random.nextInt(256) : ScanCounters.MAX_VALUE;
            hits.add(random.nextInt(places), value);
        }
        return hits;
    }

    private static void add(ScanCounters counters, int point, DigiBatch hits) {
        counters.add(point, hits, TABLE, new long[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "127,0", "127,1", "128,0", "1,127", "127,127", "128,129", "129,128", "129,129", "255,255",
        "258,0", "0,258", "300,5", "5,300", "300,300"
    })
    void keepsTheLargestValuesAroundEachLimit(int mine, int theirs) {
        ScanCounters merged = largest(mine);
        merged.merge(largest(theirs));
        long n = (long) mine + theirs;
        assertThat(merged.count(0, 0)).isEqualTo(n);
        assertThat(merged.sum(0, 0)).isEqualTo(255 * n);
        assertThat(merged.sumOfSquares(0, 0)).isEqualTo(65025 * n);
        assertSame(merged, largest(mine + theirs));
    }

    private static ScanCounters largest(int n) {
        var counters = new ScanCounters(POINTS, SLOTS);
        var hit = new DigiBatch(1);
        hit.add(2, ScanCounters.MAX_VALUE);
        for (int i = 0; i < n; i++) add(counters, 0, hit);
        return counters;
    }

    @Test
    void leavesTheOtherAlone() {
        ScanCounters theirs = largest(300);
        largest(7).merge(theirs);
        assertSame(theirs, largest(300));
    }

    @Test
    void withItselfDoubles() {
        for (int n : new int[] {5, 100, 300}) {
            ScanCounters counters = largest(n);
            counters.merge(counters);
            assertSame(counters, largest(2 * n));
        }
    }

    @ParameterizedTest
    @CsvSource({"3,3", "2,4", "3,2"})
    void ofAnotherShapeIsRefusedAndChangesNothing(int points, int slots) {
        ScanCounters counters = largest(3);
        assertThatThrownBy(() -> counters.merge(new ScanCounters(points, slots)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cannot add "
                                + points
                                + " points of "
                                + slots
                                + " slots to 2 points of 3 slots");
        assertSame(counters, largest(3));
    }

    private static void assertSame(ScanCounters actual, ScanCounters expected) {
        for (int point = 0; point < POINTS; point++) {
            assertThat(loaded(actual, point)).isDeepEqualTo(loaded(expected, point));
            for (int slot = 0; slot < SLOTS; slot++) {
                assertThat(actual.count(point, slot)).isEqualTo(expected.count(point, slot));
                assertThat(actual.sum(point, slot)).isEqualTo(expected.sum(point, slot));
                assertThat(actual.sumOfSquares(point, slot))
                        .isEqualTo(expected.sumOfSquares(point, slot));
            }
        }
    }

    private static float[][] loaded(ScanCounters counters, int point) {
        var columns = new float[3][SLOTS];
        counters.load(point, 0, SLOTS, columns[0], columns[1], columns[2]);
        return columns;
    }
}
