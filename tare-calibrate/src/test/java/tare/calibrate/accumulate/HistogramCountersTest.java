package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

class HistogramCountersTest {
    @Test
    void fillsLikeTheHistogramOfOneQuantity() {
        var random = new SplittableRandom(12);
        var counters = new HistogramCounters(3, 17, -1.5, 2.25);
        var weighted = new WeightedHistogramCounters(3, 17, -1.5, 2.25);
        var plain = new Histogram1D(Axis.uniform(17, -1.5, 2.25));
        var plainWeighted = new Histogram1D(Axis.uniform(17, -1.5, 2.25));
        for (int i = 0; i < 5000; i++) {
            double x = 2 * random.nextGaussian();
            double weight = random.nextDouble();
            counters.add(1, x);
            weighted.add(1, x, weight);
            plain.fill(x);
            plainWeighted.fill(x, weight);
        }
        for (int bin = 0; bin <= 18; bin++) {
            assertThat((double) counters.count(1, bin)).isEqualTo(plain.snapshot().content(bin));
            assertThat(weighted.sum(1, bin)).isEqualTo(plainWeighted.snapshot().content(bin));
            assertThat(weighted.squares(1, bin)).isEqualTo(plainWeighted.snapshot().sumW2(bin));
            assertThat(counters.count(0, bin) + counters.count(2, bin)).isZero();
        }
        assertThat(counters.count(1)).isEqualTo(5000);
        assertThat(weighted.count(1)).isEqualTo(5000);
    }

    @Test
    void theLowerEdgeBelongsToABinAndTheUpperToTheNext() {
        var counters = new HistogramCounters(1, 4, 0, 4);
        counters.add(0, 0);
        counters.add(0, 1);
        counters.add(0, Math.nextDown(1.0));
        counters.add(0, 4);
        counters.add(0, Math.nextDown(0.0));
        counters.add(0, Double.NEGATIVE_INFINITY);
        counters.add(0, Double.POSITIVE_INFINITY);
        counters.add(0, Double.NaN);
        long[] expected = {2, 2, 1, 0, 0, 3};
        for (int bin = 0; bin < expected.length; bin++) {
            assertThat(counters.count(0, bin)).as("bin %d", bin).isEqualTo(expected[bin]);
        }
        assertThat(counters.refused(0)).isEqualTo(1);
        assertThat(counters.count(0)).isEqualTo(7);
    }

    @Test
    void aWeightThatWouldSpoilItsBinIsCountedInstead() {
        var weighted = new WeightedHistogramCounters(1, 2, 0, 2);
        weighted.add(0, 0.5, 2);
        weighted.add(0, 0.5, Double.NaN);
        weighted.add(0, 0.5, Double.NEGATIVE_INFINITY);
        weighted.add(0, 0.5, 1e300);
        assertThat(weighted.sum(0, 1)).isEqualTo(2);
        assertThat(weighted.squares(0, 1)).isEqualTo(4);
        assertThat(weighted.count(0)).isEqualTo(1);
        assertThat(weighted.refused(0)).isEqualTo(3);
    }

    @Test
    void partsOfAnyWeightsMergeToTheRoundingOfASum() {
        var random = new SplittableRandom(13);
        var whole = new WeightedHistogramCounters(1, 5, 0, 1);
        var first = whole.empty();
        var second = whole.empty();
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextDouble();
            double weight = random.nextGaussian();
            whole.add(0, x, weight);
            (i % 3 == 0 ? first : second).add(0, x, weight);
        }
        first.merge(second);
        for (int bin = 0; bin <= 6; bin++) {
            assertThat(first.sum(0, bin)).isCloseTo(whole.sum(0, bin), within(1e-11));
            assertThat(first.squares(0, bin)).isCloseTo(whole.squares(0, bin), within(1e-10));
        }
    }

    @Test
    void countsBeyondThirtyTwoBits() {
        var counters = new HistogramCounters(1, 1, 0, 1);
        counters.add(0, 0.5);
        for (int doubling = 0; doubling < 40; doubling++) {
            var twin = counters.empty();
            twin.merge(counters);
            counters.merge(twin);
        }
        assertThat(counters.count(0, 1)).isEqualTo(1L << 40);
    }

    @Test
    void otherBinsAreNotMerged() {
        var counters = new HistogramCounters(1, 4, 0, 4);
        assertThatThrownBy(() -> counters.merge(new HistogramCounters(1, 4, 0, 5)))
                .hasMessageContaining("upper limit is 4.0 here and 5.0 there");
        assertThatThrownBy(() -> counters.merge(new HistogramCounters(2, 4, 0, 4)))
                .hasMessageContaining("cannot merge 2 channels into 1 channels");
    }

    @Test
    void moreCellsThanAnArrayHoldsAreRefused() {
        assertThatThrownBy(() -> new HistogramCounters(100_000, 60_000, 0, 1))
                .hasMessageContaining("divide the channels");
        assertThatThrownBy(() -> new HistogramCounters(1, 65_535, 0, 1))
                .hasMessageContaining("1 to 65534 bins");
    }
}
