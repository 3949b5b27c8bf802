package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
    @Test
    void aChannelWithoutSamplesHasNoMean() {
        var sums = new Sums(2);
        sums.add(1, 5);
        assertThat(sums.count(0)).isZero();
        assertThat(sums.mean(0)).isNaN();
        assertThat(sums.squaredDeviations(0)).isZero();
        assertThat(sums.mean(1)).isEqualTo(5);
    }

    @Test
    void countsWhatIsNoNumberAndWhatIsTooLarge() {
        var sums = new Sums(1);
        double[] refused = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0x1p401,
            Double.MAX_VALUE
        };
        for (double value : refused) sums.add(0, value);
        for (double value : new double[] {1, 2, 3}) sums.add(0, value);
        for (double value : refused) sums.add(0, value);
        assertThat(sums.count(0)).isEqualTo(3);
        assertThat(sums.mean(0)).isEqualTo(2);
        assertThat(sums.squaredDeviations(0)).isEqualTo(2);
        assertThat(sums.nan(0)).isEqualTo(2);
        assertThat(sums.tooLarge(0)).isEqualTo(8);
        assertThat(sums.refused(0)).isEqualTo(10);
    }

    /// Whether a sample is too large must not depend on the samples before it.
    @Test
    void takesTheLargestSampleWhateverCameFirst() {
        for (double first : new double[] {0, 1, Sums.MAX_SIZE, -Sums.MAX_SIZE}) {
            var sums = new Sums(1);
            sums.add(0, first);
            sums.add(0, Sums.MAX_SIZE);
            sums.add(0, Math.nextUp(Sums.MAX_SIZE));
            assertThat(sums.count(0)).isEqualTo(2);
            assertThat(sums.tooLarge(0)).isEqualTo(1);
            assertThat(sums.mean(0)).isEqualTo((first + Sums.MAX_SIZE) / 2);
            assertThat(sums.squaredDeviations(0)).isFinite();
        }
    }

    @Test
    void integersAreSummedExactlyInAnyOrderAndNumberOfParts() {
        long seed = 20260101;
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(3000);
            double pedestal = random.nextInt(60_000);
            double[] values =
                    random.ints(n, 0, 1 + random.nextInt(4000))
                            .mapToDouble(i -> pedestal + i)
                            .toArray();
            var whole = new Sums(1);
            for (double value : values) whole.add(0, value);

            var parts = new Sums[1 + random.nextInt(6)];
            for (int i = 0; i < parts.length; i++) parts[i] = new Sums(1);
            for (int i = n - 1; i >= 0; i--) parts[random.nextInt(parts.length)].add(0, values[i]);
            var merged = new Sums(1);
            for (Sums part : parts) merged.merge(part);

            assertThat(merged.count(0)).as("seed %d", seed).isEqualTo(n);
            assertThat(merged.mean(0)).as("seed %d", seed).isEqualTo(whole.mean(0));
            assertThat(merged.squaredDeviations(0))
                    .as("seed %d", seed)
                    .isEqualTo(whole.squaredDeviations(0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1e6, -1e9})
    void partsOfAnySamplesMergeToTheWholeInTwelveDigits(double mean) {
        var random = new SplittableRandom(7);
        var whole = new Sums(1);
        var first = new Sums(1);
        var second = new Sums(1);
        for (int i = 0; i < 100_000; i++) {
            double x = mean + random.nextGaussian();
            whole.add(0, x);
            (random.nextInt(3) == 0 ? first : second).add(0, x);
        }
        first.merge(second);
        assertThat(first.mean(0)).isCloseTo(whole.mean(0), within(1e-12 * (1 + Math.abs(mean))));
        assertThat(first.squaredDeviations(0) / whole.squaredDeviations(0))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void partsFarApartMergeWithoutLoss() {
        var low = new Sums(1);
        var high = new Sums(1);
        var exact = new ExactMoments();
        for (int i = 0; i < 1000; i++) {
            low.add(0, 1 + 1e-6 * i);
            high.add(0, 1e9 + i);
            exact.add(1 + 1e-6 * i);
            exact.add(1e9 + i);
        }
        low.merge(high);
        assertThat(low.mean(0) / exact.mean()).isCloseTo(1, within(1e-15));
        assertThat(low.squaredDeviations(0) / exact.squaredDeviations())
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void aRowAddsOneSampleOfEveryChannel() {
        var sums = new Sums(3);
        sums.addAll(new double[] {1, 2, 3});
        sums.addAll(new double[] {3, 2, Double.NaN});
        assertThat(sums.mean(0)).isEqualTo(2);
        assertThat(sums.squaredDeviations(0)).isEqualTo(2);
        assertThat(sums.squaredDeviations(1)).isZero();
        assertThat(sums.count(2)).isEqualTo(1);
        assertThatThrownBy(() -> sums.addAll(new double[2]))
                .hasMessageContaining("2 samples for 3 channels");
    }

    @Test
    void noSampleOfAnUnknownChannelIsTaken() {
        assertThatThrownBy(() -> new Sums(2).add(2, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Sums(2).add(-1, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
