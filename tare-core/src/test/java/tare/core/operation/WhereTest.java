package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.Bank;

class WhereTest {
    private final Bank bank =
            Samples.with(
                    Samples.msn(
                            new int[] {1, 2, 5, 8},
                            new float[] {1, Float.NaN, 3, Float.POSITIVE_INFINITY},
                            new float[4],
                            new int[4]),
                    0,
                    0b01,
                    0b11,
                    0b10);

    @Test
    void findsByFlagValueAndId() {
        assertThat(Where.isNormal().rows(bank)).containsExactly(0);
        assertThat(Where.anyOf(0b10).rows(bank)).containsExactly(2, 3);
        assertThat(new Where.Flagged(0b11, 0b01).rows(bank)).containsExactly(1);
        assertThat(Where.above("mean", 1).rows(bank)).containsExactly(2, 3);
        assertThat(Where.below("mean", 3).rows(bank)).containsExactly(0);
        assertThat(Where.notFinite("mean").rows(bank)).containsExactly(1, 3);
        assertThat(Where.among(8, 2, 3).rows(bank)).containsExactly(1, 3);
    }

    @Test
    void conditionsCombine() {
        Where high = Where.above("mean", 1);
        assertThat(Where.not(high).rows(bank)).containsExactly(0, 1);
        assertThat(Where.all(high, Where.anyOf(0b01)).rows(bank)).containsExactly(2);
        assertThat(Where.any(high, Where.isNormal()).rows(bank)).containsExactly(0, 2, 3);
        assertThat(Where.all().rows(bank)).hasSize(4);
        assertThat(Where.any().rows(bank)).isEmpty();
    }

    @Test
    void unknownFieldsAreRefused() {
        assertThatThrownBy(() -> Where.above("men", 1).rows(bank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no field 'men'");
        assertThatThrownBy(() -> Where.above("shape", 1).rows(Samples.gains(1, 1, 1, 1)))
                .hasMessage("field shape is an array");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isReadBackFromItsText(long seed) {
        Where where = any(new Random(seed), 0);
        assertThat(Where.parse(where.text())).isEqualTo(where);
    }

    private static Where any(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 8)) {
            case 0 -> new Where.Flagged(random.nextInt(1 << 30), random.nextInt(1 << 30));
            case 1 -> Where.above("mean", random.nextGaussian() * 1e10);
            case 2 -> Where.below("gain_error", Float.MIN_VALUE);
            case 3 -> Where.notFinite("x");
            case 4 -> Where.among(random.ints(random.nextInt(9), 0, 20).toArray());
            case 5 -> Where.not(any(random, depth + 1));
            case 6 -> Where.all(any(random, depth + 1), any(random, depth + 1));
            default -> new Where.Any(List.of());
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "above",
                "above(",
                "above(mean)",
                "above(mean,x)",
                "flagged(1)",
                "near(mean,1)",
                "not()",
                "not(above(mean,1)",
                "above(mean,1))",
                "all(above(mean,1)above(mean,1))",
                "among(3-1)",
                "among(1,1)"
            })
    void nonsenseIsRefused(String text) {
        assertThatThrownBy(() -> Where.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertThatThrownBy(() -> Where.parse("not(".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetOfIdsKnowsItsOwnAndIsReadBack(long seed) {
        var random = new Random(seed);
        int[] ids = random.ints(random.nextInt(60), 0, 100).toArray();
        IdSet set = IdSet.of(ids);
        for (int id = -1; id < 102; id++) {
            int wanted = id;
            assertThat(set.contains(id)).isEqualTo(Arrays.stream(ids).anyMatch(i -> i == wanted));
        }
        assertThat(IdSet.parse(set.toString())).isEqualTo(set).hasSameHashCodeAs(set);
    }

    @Test
    void wholeModulesAreShortInAJournal() {
        assertThat(IdSet.of(Samples.map())).hasToString("0-7,256-263,512-519,768-775");
        assertThat(IdSet.of()).hasToString("");
        assertThat(IdSet.parse("0-2147483647").contains(Integer.MAX_VALUE)).isTrue();
    }
}
