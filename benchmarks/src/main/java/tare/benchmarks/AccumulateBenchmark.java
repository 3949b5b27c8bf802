package tare.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tare.calibrate.accumulate.EfficiencyCounters;
import tare.calibrate.accumulate.HistogramCounters;
import tare.calibrate.accumulate.Sums;

/// Samples per second of one thread into the accumulators of 10,752 channels.
///
/// Read the column `samples` [1/s]. Baselines in the same run: n++, s += x, q += x·x into plain
/// columns, in the order of the channels and in random order. A pass is a sample of every channel;
/// 16 passes repeat, of Gaussian samples of mean 1,000 and rms 10.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AccumulateBenchmark {
    private static final int CHANNELS = 10_752;
    private static final int PASSES = 16;

    /// Counts samples beside operations.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Samples {
        public long samples;
    }

    private final double[][] values = new double[PASSES][CHANNELS];
    private final double[][] answers = new double[PASSES][CHANNELS];
    private final int[] shuffled = new int[CHANNELS];

    private long[] n = new long[CHANNELS];
    private double[] s = new double[CHANNELS];
    private double[] q = new double[CHANNELS];
    private Sums sums = new Sums(CHANNELS);
    private EfficiencyCounters efficiency = new EfficiencyCounters(CHANNELS);
    private HistogramCounters histogram = new HistogramCounters(CHANNELS, 50, 900, 1100);
    private int pass;

    @Setup
    public void simulate() {
        var random = new SplittableRandom(1);
        for (int p = 0; p < PASSES; p++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                values[p][channel] = 1000 + 10 * random.nextGaussian();
                answers[p][channel] = random.nextInt(10) == 0 ? 0 : 1;
            }
        }
        for (int i = 0; i < CHANNELS; i++) shuffled[i] = i;
        for (int i = CHANNELS - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
    }

    @Setup(Level.Iteration)
    public void clear() {
        n = new long[CHANNELS];
        s = new double[CHANNELS];
        q = new double[CHANNELS];
        sums = new Sums(CHANNELS);
        efficiency = new EfficiencyCounters(CHANNELS);
        histogram = new HistogramCounters(CHANNELS, 50, 900, 1100);
    }

    private int nextPass() {
        pass = (pass + 1) % PASSES;
        return pass;
    }

    /// Baseline: three plain columns in the order of the channels.
    @Benchmark
    public double[] plainLoop(Samples counter) {
        double[] pulse = values[nextPass()];
        for (int channel = 0; channel < CHANNELS; channel++) {
            double x = pulse[channel];
            n[channel]++;
            s[channel] += x;
            q[channel] += x * x;
        }
        counter.samples += CHANNELS;
        return q;
    }

    /// Baseline: the same, in random order of the channels.
    @Benchmark
    public double[] plainLoopInRandomOrder(Samples counter) {
        double[] pulse = values[nextPass()];
        for (int i = 0; i < CHANNELS; i++) {
            int channel = shuffled[i];
            double x = pulse[i];
            n[channel]++;
            s[channel] += x;
            q[channel] += x * x;
        }
        counter.samples += CHANNELS;
        return q;
    }

    @Benchmark
    public Sums sums(Samples counter) {
        sums.addAll(values[nextPass()]);
        counter.samples += CHANNELS;
        return sums;
    }

    @Benchmark
    public Sums sumsInRandomOrder(Samples counter) {
        double[] pulse = values[nextPass()];
        for (int i = 0; i < CHANNELS; i++) sums.add(shuffled[i], pulse[i]);
        counter.samples += CHANNELS;
        return sums;
    }

    @Benchmark
    public EfficiencyCounters efficiency(Samples counter) {
        double[] pulse = answers[nextPass()];
        for (int channel = 0; channel < CHANNELS; channel++) {
            efficiency.add(channel, pulse[channel]);
        }
        counter.samples += CHANNELS;
        return efficiency;
    }

    @Benchmark
    public HistogramCounters histogram(Samples counter) {
        double[] pulse = values[nextPass()];
        for (int channel = 0; channel < CHANNELS; channel++) {
            histogram.add(channel, pulse[channel]);
        }
        counter.samples += CHANNELS;
        return histogram;
    }
}
