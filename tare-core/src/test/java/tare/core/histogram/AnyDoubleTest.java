package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No double may throw or get lost: every bit pattern, every axis.
class AnyDoubleTest {

    private static final int FILLS = 20_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isCountedOnce(long seed) {
        var random = new Random(seed);
        for (Axis axis : axes(random)) {
            var histogram = new Histogram1D(axis);
            var map = new Histogram2D(axis, Axis.uniform(3, -1, 1));
            for (int i = 0; i < FILLS; i++) {
                double x = anyDouble(random);
                histogram.fill(x);
                map.fill(x, anyDouble(random));
            }
            assertThat(histogram.snapshot().entries()).isEqualTo(FILLS);
            assertThat(histogram.snapshot().integral(BinRange.all(axis))).isEqualTo(FILLS);
            assertThat(map.snapshot().entries()).isEqualTo(FILLS);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void isReadBackWithoutAnExceptionWhateverTheWeight(long seed) {
        var random = new Random(seed);
        for (Axis axis : axes(random)) {
            var histogram = new Histogram1D(axis);
            var profile = new Profile1D(axis);
            for (int i = 0; i < FILLS; i++) {
                histogram.fill(anyDouble(random), anyDouble(random));
                profile.fill(anyDouble(random), anyDouble(random), anyDouble(random));
            }
            assertThat(histogram.snapshot().entries()).isEqualTo(FILLS);
            var _ = histogram.snapshot().statistics().standardDeviationError();
            var _ = histogram.snapshot().shape(BinRange.all(axis));
            var filled = profile.snapshot();
            for (int bin = 0; bin < axis.bins() + 2; bin++)
                assertThat(filled.isErrorKnown(bin) && !(filled.error(bin) > 0)).isFalse();
        }
    }

    private static Axis[] axes(Random random) {
        return new Axis[] {
            Axis.uniform(1 + random.nextInt(200), -random.nextDouble(), random.nextDouble()),
            Axis.uniform(7, 0, Double.MIN_VALUE),
            Axis.uniform(10, 1e16, 1e16 + 2),
            Axis.uniform(100, -Double.MAX_VALUE / 400, Double.MAX_VALUE / 400),
            Axis.variable(-Double.MAX_VALUE, -1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE)
        };
    }

    private static double anyDouble(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Double.POSITIVE_INFINITY;
            case 3 -> -0.0;
            case 4 -> random.nextGaussian();
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }
}
