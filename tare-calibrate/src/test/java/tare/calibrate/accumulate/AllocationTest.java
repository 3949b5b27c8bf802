package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int SAMPLES = 400_000;
    private static final int CHANNELS = 2;

    private final double[] values = new SplittableRandom(1).doubles(SAMPLES, -1, 4).toArray();

    /// Sums fold a batch now and then, which may allocate a few numbers.
    @Test
    void addingAllocatesLessThanAByteInTenSamples() {
        var sums = new Sums(CHANNELS);
        var histogram = new HistogramCounters(CHANNELS, 30, 0, 3);
        var weighted = new WeightedHistogramCounters(CHANNELS, 30, 0, 3);
        var efficiency = new EfficiencyCounters(CHANNELS);
        var points = new ScatterPoints(CHANNELS, 60_000);
        requireNone(i -> sums.add(i % CHANNELS, values[i]));
        requireNone(i -> histogram.add(i % CHANNELS, values[i]));
        requireNone(i -> weighted.add(i % CHANNELS, values[i], values[i]));
        requireNone(i -> efficiency.add(i % CHANNELS, i % 2));
        requireNone(i -> points.add(i % CHANNELS, i, values[i], 1));
    }

    private static void requireNone(IntConsumer adding) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < SAMPLES; i++) adding.accept(i);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(SAMPLES / 10);
    }
}
