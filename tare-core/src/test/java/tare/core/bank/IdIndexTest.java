package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdIndexTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static int[] range(int from, int size) {
        return IntStream.range(from, from + size).toArray();
    }

    private static void assertAnswersAlike(int[] ids, Random random, IdIndex... indexes) {
        int[] asked =
                IntStream.concat(
                                Arrays.stream(ids).flatMap(id -> IntStream.of(id - 1, id, id + 1)),
                                random.ints(200))
                        .toArray();
        int[] extremes = {-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int id : IntStream.concat(Arrays.stream(asked), Arrays.stream(extremes)).toArray()) {
            int expected = Math.max(IdIndex.NONE, Arrays.binarySearch(ids, id));
            for (IdIndex index : indexes) {
                assertThat(index.index(id)).as("%s of %d", index, id).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allFormsAnswerAlikeForAnyIds(long seed) {
        var random = new Random(seed);
        int bound = random.nextBoolean() ? 1000 : Integer.MAX_VALUE;
        int[] ids = random.ints(random.nextInt(500), 0, bound).distinct().sorted().toArray();
        Column column = Column.of(ids);
        assertAnswersAlike(
                ids,
                random,
                new IdIndex.Binary(column),
                IdIndex.Hash.of(column),
                IdIndex.of(column),
                IdIndex.withoutTable(column));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allFormsAnswerAlikeForIdsWithoutGaps(long seed) {
        var random = new Random(seed);
        int from = random.nextInt(1000);
        int[] ids = range(from, random.nextInt(1, 300));
        Column column = Column.of(ids);
        assertAnswersAlike(
                ids,
                random,
                new IdIndex.Dense(from, ids.length),
                new IdIndex.Binary(column),
                IdIndex.Hash.of(column));
        Column fromZero = Column.of(range(0, ids.length));
        assertAnswersAlike(
                range(0, ids.length),
                random,
                new IdIndex.Identity(ids.length),
                new IdIndex.Dense(0, ids.length),
                new IdIndex.Binary(fromZero),
                IdIndex.Hash.of(fromZero));
    }

    @Test
    void takesTheFastestFormByItself() {
        assertThat(IdIndex.of(Column.of(range(0, 100)))).isEqualTo(new IdIndex.Identity(100));
        assertThat(IdIndex.of(Column.of(range(7, 100)))).isEqualTo(new IdIndex.Dense(7, 100));
        int[] sparse = IntStream.range(0, 100).map(i -> 3 * i).toArray();
        assertThat(IdIndex.of(Column.of(sparse))).isInstanceOf(IdIndex.Hash.class);
        assertThat(IdIndex.of(Column.of(1, 5, 9))).isInstanceOf(IdIndex.Binary.class);
        assertThat(IdIndex.withoutTable(Column.of(sparse))).isInstanceOf(IdIndex.Binary.class);
    }

    @Test
    void theEndsOfTheRangeOfIntsAreFound() {
        int max = Integer.MAX_VALUE;
        for (int[] ids : List.of(new int[] {max}, new int[] {0, max}, new int[] {max - 1, max})) {
            var random = new Random(1);
            Column column = Column.of(ids);
            assertAnswersAlike(ids, random, IdIndex.of(column), IdIndex.Hash.of(column));
        }
    }

    /// Packed ids of a detector: few values in each of several bit fields.
    @Test
    void packedIdsAreSpreadWell() {
        int[] ids = new int[10_752];
        for (int i = 0; i < ids.length; i++) ids[i] = i / 896 << 20 | i % 896 << 4;
        assertAnswersAlike(ids, new Random(2), IdIndex.of(Column.of(ids)));
    }
}
