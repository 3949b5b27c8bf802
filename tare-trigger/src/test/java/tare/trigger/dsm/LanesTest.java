package tare.trigger.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/// Every step against the same rule written with branches, for one event at a time.
class LanesTest {
    private static final long SEED = 1;
    private static final int EVENTS = 301;
    private static final Field FIELD = Field.bits(6, 11);
    private static final Field OTHER = Field.bits(0, 5);

    private final int[] from = random(SEED, 1 << 16);
    private final int[] where = random(SEED + 1, 1 << 16);

    private interface Step {
        void on(int[] into);
    }

    @Test
    void takesAField() {
        assertStep(into -> Lanes.take(into, from, FIELD, EVENTS), (_, e) -> field(e));
    }

    @Test
    void addsAField() {
        assertStep(into -> Lanes.add(into, from, FIELD, EVENTS), (old, e) -> old + field(e));
    }

    @Test
    void addsAFieldOnlyWhereAnotherHasItsValue() {
        for (int value = 0; value < 4; value++) {
            int key = value;
            assertStep(
                    into ->
                            Lanes.addWhere(
                                    into, from, FIELD, where, Field.bits(12, 13), key, EVENTS),
                    (old, e) -> (where[e] >> 12 & 3) == key ? old + field(e) : old);
        }
    }

    @Test
    void keepsTheLargest() {
        assertStep(
                into -> Lanes.max(into, from, FIELD, EVENTS), (old, e) -> Math.max(old, field(e)));
    }

    @Test
    void limitsToTheMost() {
        assertStep(into -> Lanes.cap(into, 20, EVENTS), (old, _) -> old > 20 ? 20 : old);
    }

    @Test
    void joinsBits() {
        assertStep(into -> Lanes.or(into, from, FIELD, 4, EVENTS), (old, e) -> old | field(e) << 4);
        assertStep(into -> Lanes.place(into, from, 3, EVENTS), (old, e) -> old | from[e] << 3);
    }

    @Test
    void comparesStrictlyAtEveryThreshold() {
        for (int t = -2; t <= 65; t++) {
            int threshold = t;
            assertStep(
                    into -> Lanes.above(into, 9, from, FIELD, threshold, EVENTS),
                    (old, e) -> field(e) > threshold ? old | 1 << 9 : old);
            assertStep(
                    into -> Lanes.above(into, 31, from, threshold, EVENTS),
                    (old, e) -> from[e] > threshold ? old | 1 << 31 : old);
            assertStep(
                    into -> Lanes.countAbove(into, from, threshold, EVENTS),
                    (old, e) -> from[e] > threshold ? old + 1 : old);
            assertStep(
                    into -> Lanes.bothAbove(into, 2, from, FIELD, threshold, OTHER, 30, EVENTS),
                    (old, e) -> field(e) > threshold && (from[e] & 63) > 30 ? old | 1 << 2 : old);
        }
    }

    @Test
    void leavesWhatIsBehindTheBlock() {
        int[] into = {7, 7, 7};
        Lanes.clear(into, 2);
        Lanes.add(into, from, FIELD, 2);
        assertThat(into[2]).isEqualTo(7);
    }

    private int field(int event) {
        return from[event] >> 6 & 63;
    }

    private static void assertStep(Step step, IntBinaryOperator rule) {
        int[] into = random(SEED + 2, 64);
        int[] expected = into.clone();
        for (int e = 0; e < EVENTS; e++) expected[e] = rule.applyAsInt(into[e], e);
        step.on(into);
        assertThat(into).as("seed %d", SEED).isEqualTo(expected);
    }

    private static int[] random(long seed, int bound) {
        return new SplittableRandom(seed).ints(EVENTS, 0, bound).toArray();
    }
}
