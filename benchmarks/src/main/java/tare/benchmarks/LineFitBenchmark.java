package tare.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tare.calibrate.fit.LineFits;
import tare.calibrate.fit.PointColumns;
import tare.calibrate.fit.ScatterLineFit;
import tare.core.bank.BankBuilder;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;

/// Straight lines of ten points for each of 10,752 channels, by one thread.
///
/// Read the column `lines` [1/s]. Baseline in the same run: a plain loop that reads the same x, y
/// and errors once and adds them up by channel.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LineFitBenchmark {
    /// A DIRC of 12 sectors.
    private static final int CHANNELS = 10_752;

    private static final int POINTS = 10;

    /// Channels at once in the fit on common x, whose buffers stay in the first-level cache.
    private static final int LANES = 128;

    /// Counts lines beside operations.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Lines {
        public long lines;
    }

    private final double[] x = new double[POINTS * CHANNELS];
    private final double[] y = new double[POINTS * CHANNELS];
    private final double[] dy = new double[POINTS * CHANNELS];
    private final double[] sum = new double[CHANNELS];
    private final ScatterLineFit scatterFit = new ScatterLineFit("DAC", "ADC");
    private final BankBuilder results =
            BankBuilder.of(
                    scatterFit.layout(),
                    FieldScheme.of("benchmark", new BitField("channel", 20)),
                    IntStream.range(0, CHANNELS).toArray());
    private PointColumns byPoint;
    private PointColumns byChannel;

    private final LineFits commonFit = new LineFits(LANES);
    private final double[] commonX = IntStream.range(0, POINTS).asDoubleStream().toArray();
    private final double[][][] blockY = new double[CHANNELS / LANES][POINTS][LANES];
    private final double[][][] blockWeight = new double[CHANNELS / LANES][POINTS][LANES];

    @Setup
    public void fill() {
        var random = new SplittableRandom(7);
        for (int at = 0; at < x.length; at++) {
            int point = at / CHANNELS;
            int channel = at % CHANNELS;
            x[at] = point + random.nextDouble();
            dy[at] = 0.5 + random.nextDouble();
            y[at] = 3 + 2 * x[at] + dy[at] * random.nextGaussian();
            blockY[channel / LANES][point][channel % LANES] = y[at];
            blockWeight[channel / LANES][point][channel % LANES] = 1 / (dy[at] * dy[at]);
        }
        int[] n = new int[CHANNELS];
        Arrays.fill(n, POINTS);
        byPoint = PointColumns.byPoint(n, POINTS, x, y, dy);
        byChannel = PointColumns.byChannel(n, POINTS, x, y, dy);
    }

    /// Baseline: the same columns, read once.
    @Benchmark
    public double[] readOfTheSameColumns(Lines counter) {
        Arrays.fill(sum, 0);
        for (int point = 0; point < POINTS; point++) addRow(point * CHANNELS);
        counter.lines += CHANNELS;
        return sum;
    }

    private void addRow(int first) {
        for (int i = 0; i < CHANNELS; i++) sum[i] += x[first + i] + y[first + i] + dy[first + i];
    }

    /// Each channel its own x and errors; result with all variances and statuses.
    @Benchmark
    public BankBuilder pointsAsRows(Lines counter) {
        scatterFit.fit(byPoint, 0, CHANNELS, results);
        counter.lines += CHANNELS;
        return results;
    }

    /// The same with the points of a channel side by side.
    @Benchmark
    public BankBuilder channelsAsRows(Lines counter) {
        scatterFit.fit(byChannel, 0, CHANNELS, results);
        counter.lines += CHANNELS;
        return results;
    }

    /// One x for all channels, and weights in place of errors.
    @Benchmark
    public LineFits commonX(Lines counter) {
        for (int block = 0; block < blockY.length; block++) {
            commonFit.fit(commonX, blockY[block], blockWeight[block]);
        }
        counter.lines += CHANNELS;
        return commonFit;
    }
}
