package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.BankBuilder;
import tare.core.bank.FieldDefinition;
import tare.core.work.Workers;

/// Results have the same bits on any number of threads, however channels are divided.
class FitThreadsTest {
    /// No multiple of a block or a range.
    private static final int CHANNELS = 3001;

    private static final int BINS = 11;

    static Stream<Arguments> fits() {
        var wilson = new EfficiencyInterval(EfficiencyInterval.Method.WILSON, 0.9);
        var clopper = new EfficiencyInterval(EfficiencyInterval.Method.CLOPPER_PEARSON, 0.9);
        return Stream.of(
                Arguments.of(new MomentsFit("ADC"), sums()),
                Arguments.of(new EfficiencyFit(wilson), passes()),
                Arguments.of(new EfficiencyFit(clopper), passes()),
                Arguments.of(new ScatterLineFit("DAC", "ADC"), points()),
                Arguments.of(new PoorChi2<>(new ScatterLineFit("DAC", "ADC"), 0.1), points()),
                Arguments.of(new PolynomialFit(3), points()),
                Arguments.of(new HistogramLineFit("ns", BinErrors.FROM_CONTENT), histograms()),
                Arguments.of(new HistogramLineFit("ns", BinErrors.FROM_LINE), histograms()),
                Arguments.of(new LogParabolaFit("ns", 0.1), histograms()),
                Arguments.of(new PeakLikelihoodFit("ns", 0), histograms()),
                Arguments.of(new ThresholdFit("DAC"), steps()));
    }

    private static SumColumns sums() {
        var random = new SplittableRandom(1);
        return new SumColumns(
                random.longs(CHANNELS, 0, 5).toArray(),
                random.doubles(CHANNELS, -9, 9).toArray(),
                random.doubles(CHANNELS, 0, 99).toArray());
    }

    private static PassColumns passes() {
        var random = new SplittableRandom(2);
        return new PassColumns(
                random.longs(CHANNELS, 0, 50).toArray(), random.longs(CHANNELS, 40, 100).toArray());
    }

    private static PointColumns points() {
        var random = new SplittableRandom(3);
        int size = 7 * CHANNELS;
        return PointColumns.byPoint(
                random.ints(CHANNELS, 5, 8).toArray(),
                7,
                random.doubles(size, -9, 9).toArray(),
                random.doubles(size, -9, 9).toArray(),
                random.doubles(size, 0.1, 9).toArray());
    }

    private static HistogramColumns histograms() {
        var random = new SplittableRandom(4);
        long[] counts = new long[CHANNELS * (BINS + 2)];
        for (int i = 0; i < counts.length; i++) {
            double z = (i % (BINS + 2) - 6) / 2.0;
            counts[i] = (long) (500 * Math.exp(-0.5 * z * z) * random.nextDouble(0.5, 1.5));
        }
        return new HistogramColumns.Counted(BINS, 0, BINS, counts);
    }

    private static StepColumns steps() {
        var random = new SplittableRandom(5);
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        long[][] passed = new long[x.length][];
        long[][] total = new long[x.length][CHANNELS];
        for (int step = 0; step < x.length; step++) {
            passed[step] = random.longs(CHANNELS, 5L * step, 40 + 10L * step).toArray();
            Arrays.fill(total[step], 100);
        }
        return new StepColumns(CHANNELS, x, passed, total);
    }

    @ParameterizedTest
    @MethodSource("fits")
    <A extends FitInput> void bitsAreTheSameOnOneToEightThreads(ChannelFit<A> fit, A input) {
        BankBuilder alone = Rows.fit(fit, input);
        assertThat(alone.flags()).contains(0);
        for (int threads = 1; threads <= 8; threads++) {
            BankBuilder results = Rows.emptyFor(fit, CHANNELS);
            try (var workers = new Threads(threads)) {
                fit.fit(input, results, workers);
            }
            assertSameBits(results, alone);
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    <A extends FitInput> void bitsAreTheSameForAnyDivision(ChannelFit<A> fit, A input) {
        BankBuilder alone = Rows.fit(fit, input);
        var random = new SplittableRandom(6);
        BankBuilder results = Rows.emptyFor(fit, CHANNELS);
        int until = CHANNELS;
        while (until > 0) {
            int from = Math.max(0, until - 1 - random.nextInt(300));
            fit.fit(input, from, until, results);
            until = from;
        }
        assertSameBits(results, alone);
    }

    @Test
    void aRangeTouchesNoOtherRow() {
        var fit = new MomentsFit("ADC");
        BankBuilder results = Rows.emptyFor(fit, CHANNELS);
        Arrays.fill(results.floats("mean"), -77);
        fit.fit(sums(), 100, 200, results);
        for (int i = 0; i < CHANNELS; i++) {
            boolean isInside = i >= 100 && i < 200;
            assertThat(results.floats("mean")[i] == -77).isEqualTo(!isInside);
        }
    }

    @Test
    void inputStaysAsItIs() {
        PointColumns points = points();
        double[] before = points.dy().clone();
        Rows.fit(new ScatterLineFit("DAC", "ADC"), points);
        Rows.fit(new PolynomialFit(2), points);
        assertThat(points.dy()).isEqualTo(before);
    }

    private static void assertSameBits(BankBuilder actual, BankBuilder expected) {
        assertThat(Arrays.mismatch(actual.flags(), expected.flags())).as("flags").isEqualTo(-1);
        for (FieldDefinition field : expected.layout().fields()) {
            String name = field.name();
            switch (field.type()) {
                case F32 ->
                        assertSame(name, bits(actual.floats(name)), bits(expected.floats(name)));
                case F64 ->
                        assertSame(name, bits(actual.doubles(name)), bits(expected.doubles(name)));
                case I32 -> assertSame(name, bits(actual.ints(name)), bits(expected.ints(name)));
                case I64 -> assertSame(name, actual.longs(name), expected.longs(name));
            }
        }
    }

    private static void assertSame(String field, long[] actual, long[] expected) {
        assertThat(Arrays.mismatch(actual, expected)).as("row of %s", field).isEqualTo(-1);
    }

    private static long[] bits(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static long[] bits(float[] values) {
        long[] bits = new long[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    /// A pool of threads, as the application has one.
    private static final class Threads implements Workers, AutoCloseable {
        private final int threads;
        private final ExecutorService pool;

        Threads(int threads) {
            this.threads = threads;
            pool = Executors.newFixedThreadPool(threads);
        }

        @Override
        public int threads() {
            return threads;
        }

        @Override
        public <T> void run(List<T> items, Consumer<T> task) {
            var running = new ArrayList<Future<?>>();
            for (T item : items) running.add(pool.submit(() -> task.accept(item)));
            try {
                for (Future<?> future : running) future.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("a fit threw", e);
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
