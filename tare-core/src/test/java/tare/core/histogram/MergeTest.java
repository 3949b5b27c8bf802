package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Merging equals filling everything into one. Values and weights are multiples of 1/64, so every
/// sum is exact and the comparison needs no tolerance; a third of the runs is unweighted.
class MergeTest {

    private static final Axis X = Axis.uniform(8, -2, 2);
    private static final Axis Y = Axis.variable(-2, -1, 0.5, 2);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofHistogramsEqualsFillingOne(long seed) {
        var random = new Random(seed);
        var all = new Histogram1D(X);
        var shards = shards(random, () -> new Histogram1D(X), Histogram1D[]::new);
        for (int i = 0; i < 300; i++) {
            double x = value(random);
            double weight = weight(random, seed);
            all.fill(x, weight);
            shards[random.nextInt(shards.length)].fill(x, weight);
        }
        var merged = new Histogram1D(X);
        for (var shard : shards) merged.merge(shard.snapshot());
        assertEqual(merged.snapshot(), all.snapshot());
    }

    private static void assertEqual(Histogram1D.Snapshot merged, Histogram1D.Snapshot all) {
        assertThat(merged.contents()).containsExactly(all.contents());
        for (int bin = 0; bin < X.bins() + 2; bin++)
            assertThat(merged.sumW2(bin)).isEqualTo(all.sumW2(bin));
        assertThat(merged.keepsSumW2()).isEqualTo(all.keepsSumW2());
        assertThat(merged.statistics()).isEqualTo(all.statistics());
        assertThat(merged.entries()).isEqualTo(all.entries());
        assertThat(merged.nanFills()).isEqualTo(all.nanFills()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofMapsEqualsFillingOne(long seed) {
        var random = new Random(seed);
        var all = new Histogram2D(X, Y);
        var shards = shards(random, () -> new Histogram2D(X, Y), Histogram2D[]::new);
        for (int i = 0; i < 300; i++) {
            double x = value(random);
            double y = value(random);
            double weight = weight(random, seed);
            all.fill(x, y, weight);
            shards[random.nextInt(shards.length)].fill(x, y, weight);
        }
        var merged = new Histogram2D(X, Y);
        for (var shard : shards) merged.merge(shard.snapshot());
        assertEqual(merged.snapshot(), all.snapshot());
    }

    private static void assertEqual(Histogram2D.Snapshot merged, Histogram2D.Snapshot all) {
        assertThat(merged.contents()).containsExactly(all.contents());
        for (int y = 0; y < Y.bins() + 2; y++)
            for (int x = 0; x < X.bins() + 2; x++)
                assertThat(merged.sumW2(x, y)).isEqualTo(all.sumW2(x, y));
        assertThat(merged.keepsSumW2()).isEqualTo(all.keepsSumW2());
        assertThat(merged.statistics()).isEqualTo(all.statistics());
        assertThat(merged.entries()).isEqualTo(all.entries());
        assertThat(merged.nanFills()).isEqualTo(all.nanFills()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofProfilesEqualsFillingOne(long seed) {
        var random = new Random(seed);
        var all = new Profile1D(X);
        var shards = shards(random, () -> new Profile1D(X), Profile1D[]::new);
        for (int i = 0; i < 300; i++) {
            double x = value(random);
            double y = value(random);
            double weight = weight(random, seed);
            all.fill(x, y, weight);
            shards[random.nextInt(shards.length)].fill(x, y, weight);
        }
        var merged = new Profile1D(X);
        for (var shard : shards) merged.merge(shard.snapshot());
        assertEqual(merged.snapshot(), all.snapshot());
    }

    private static void assertEqual(Profile1D.Snapshot merged, Profile1D.Snapshot all) {
        for (int bin = 0; bin < X.bins() + 2; bin++) {
            assertThat(merged.sumW(bin)).isEqualTo(all.sumW(bin));
            assertThat(merged.sumW2(bin)).isEqualTo(all.sumW2(bin));
            assertThat(merged.sumWy(bin)).isEqualTo(all.sumWy(bin));
            assertThat(merged.sumWy2(bin)).isEqualTo(all.sumWy2(bin));
        }
        assertThat(merged.keepsSumW2()).isEqualTo(all.keepsSumW2());
        assertThat(merged.statistics()).isEqualTo(all.statistics());
        assertThat(merged.entries()).isEqualTo(all.entries());
        assertThat(merged.nanFills()).isEqualTo(all.nanFills()).isPositive();
    }

    private static <T> T[] shards(Random random, Supplier<T> book, IntFunction<T[]> array) {
        return IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(_ -> book.get()).toArray(array);
    }

    private static double value(Random random) {
        return random.nextInt(20) == 0 ? Double.NaN : (random.nextInt(321) - 160) / 64.0;
    }

    /// Mostly 1, so that some shards see no weight at all and others start late.
    private static double weight(Random random, long seed) {
        return seed % 3 == 0 || random.nextInt(50) > 0 ? 1 : (random.nextInt(257) - 64) / 64.0;
    }
}
