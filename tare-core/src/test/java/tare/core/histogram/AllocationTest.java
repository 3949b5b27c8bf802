package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int FILLS = 200_000;
    private static final long LESS_THAN_A_BYTE_PER_FILL = FILLS / 4;

    private final double[] x = new Random(1).doubles(FILLS, -0.2, 1.2).toArray();
    private final Axis axis = Axis.uniform(100, 0, 1);

    @Test
    void fillingAllocatesNothing() {
        var histogram = new Histogram1D(axis);
        var map = new Histogram2D(axis, Axis.variable(0, 0.1, 0.5, 1));
        var profile = new Profile1D(axis);
        histogram.keepSumW2();
        profile.keepSumW2();
        map.keepSumW2();
        assertThat(allocated(() -> histogram.fill(x))).isLessThan(LESS_THAN_A_BYTE_PER_FILL);
        assertThat(allocated(() -> histogram.fill(x, x))).isLessThan(LESS_THAN_A_BYTE_PER_FILL);
        assertThat(allocated(() -> map.fill(x, x, x))).isLessThan(LESS_THAN_A_BYTE_PER_FILL);
        assertThat(allocated(() -> profile.fill(x, x, x))).isLessThan(LESS_THAN_A_BYTE_PER_FILL);
    }

    private static long allocated(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
