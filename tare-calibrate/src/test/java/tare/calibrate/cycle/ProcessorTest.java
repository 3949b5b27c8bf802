package tare.calibrate.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.calibrate.accumulate.Accumulator;
import tare.calibrate.accumulate.ChannelSet;
import tare.calibrate.accumulate.EfficiencyCounters;
import tare.calibrate.accumulate.HistogramCounters;
import tare.calibrate.accumulate.ScatterPoints;
import tare.calibrate.accumulate.Sums;
import tare.calibrate.accumulate.WeightedHistogramCounters;
import tare.calibrate.fit.MomentsFit;
import tare.calibrate.fit.ScatterLineFit;
import tare.calibrate.fit.SumColumns;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Column;
import tare.core.bank.Layouts;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.FieldScheme;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.digi.DenseSamples;
import tare.core.digi.SampleSink;
import tare.core.digi.SampleSource;
import tare.core.digi.SparseSamples;
import tare.core.journal.Journal;
import tare.core.work.Workers;

class ProcessorTest {
    private static final int CHANNELS = 12;
    private static final FieldScheme TUBE = FieldScheme.of("tube", new BitField("tube", 16));
    private static final ChannelSet TUBES =
            new ChannelSet(
                    TUBE, Column.of(IntStream.range(0, CHANNELS).map(i -> 100 + i).toArray()));
    private static final Workers ONE = Workers.onCallingThread();

    private static Processor<Sums, SumColumns> moments() {
        return Processor.of(TUBES, new Sums(CHANNELS), Layouts.msn("ADC"));
    }

    private static double[] rows(long seed, int rows) {
        var random = new SplittableRandom(seed);
        return random.ints((long) rows * CHANNELS, 0, 4096).asDoubleStream().toArray();
    }

    private static Bank finish(Processor<Sums, SumColumns> processor) {
        return processor.finish(new MomentsFit("ADC"), ONE, Journal.EMPTY);
    }

    @Test
    void resultsHaveTheChannelsOfTheInputAndTheMomentsOfItsSamples() {
        var processor = moments();
        var source = new DenseSamples(2, new double[] {1, 10, 3, 30});
        processor.accumulate(source::forEach);
        Bank bank = finish(processor);
        assertThat(bank.ids().hasSameBits(TUBES.ids())).isTrue();
        assertThat(bank.layout()).isEqualTo(Layouts.msn("ADC"));
        assertThat(bank.column("mean").floatAt(1)).isEqualTo(20);
        assertThat(bank.column("rms").floatAt(0)).isEqualTo(1);
        assertThat(bank.column("n").intAt(0)).isEqualTo(2);
        assertThat(new ChannelFlag(bank.flags().intAt(5)).fitStatus()).isEqualTo(FitStatus.NO_DATA);
    }

    @Test
    void resultsOfOtherChannelsAreRefusedAtOnce() {
        Bank example =
                BankBuilder.of(Layouts.msn("ADC"), TUBE, 100, 101, 999).freeze(Journal.EMPTY);
        assertThatThrownBy(() -> Processor.of(TUBES, new Sums(CHANNELS), example))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only here: tube 102, tube 103")
                .hasMessageContaining("only there: tube 999");
        assertThatThrownBy(() -> Processor.of(TUBES, new Sums(CHANNELS - 1), Layouts.msn("ADC")))
                .hasMessageContaining("an accumulator of 11 channels cannot serve 12");
        assertThatThrownBy(() -> moments().begin(new Sums(3)))
                .hasMessageContaining("an accumulator of 3 channels cannot serve 12");
    }

    @Test
    void aFitOfAnotherLayoutIsRefused() {
        assertThatThrownBy(() -> moments().finish(new MomentsFit("ns"), ONE, Journal.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Accumulator<?, ?>> sampled() {
        return List.of(
                new Sums(CHANNELS),
                new EfficiencyCounters(CHANNELS),
                new HistogramCounters(CHANNELS, 32, 0, 4096),
                new WeightedHistogramCounters(CHANNELS, 32, 0, 4096));
    }

    @ParameterizedTest
    @MethodSource("sampled")
    <A extends Accumulator<A, ?>> void sparseAndDenseSourcesGiveEqualResults(A accumulator) {
        double[] values = rows(1, 500);
        int[] order = shuffled(values.length);
        int[] channels = new int[values.length];
        double[] inOrder = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            channels[i] = order[i] % CHANNELS;
            inOrder[i] = values[order[i]];
        }
        A dense = filled(accumulator, new DenseSamples(CHANNELS, values));
        A sparse = filled(accumulator, new SparseSamples(channels, inOrder));
        for (int channel = 0; channel < CHANNELS; channel++) {
            assertThat(sparse.count(channel)).isEqualTo(dense.count(channel));
            if (sparse instanceof Sums sums && dense instanceof Sums others) {
                assertThat(sums.mean(channel)).isEqualTo(others.mean(channel));
                assertThat(sums.squaredDeviations(channel))
                        .isEqualTo(others.squaredDeviations(channel));
            }
        }
        if (!(sparse instanceof Sums)) {
            Bank one = sparse.toBank(TUBES, Journal.EMPTY);
            assertThat(one.differences(dense.toBank(TUBES, Journal.EMPTY))).isEmpty();
        }
    }

    private static <A extends Accumulator<A, ?>> A filled(A like, SampleSource source) {
        A accumulator = like.empty();
        source.forEach((SampleSink) accumulator);
        return accumulator;
    }

    private static int[] shuffled(int size) {
        var random = new SplittableRandom(4);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameConstants() {
        List<Consumer<Sums>> sources = new ArrayList<>();
        for (int part = 0; part < 9; part++) {
            var source = new DenseSamples(CHANNELS, rows(part, 40));
            sources.add(source::forEach);
        }
        var serial = moments();
        sources.forEach(serial::accumulate);
        for (int threads = 1; threads <= 4; threads++) {
            var parallel = moments();
            parallel.accumulate(sources, threads(threads));
            assertThat(finish(parallel).differences(finish(serial)))
                    .as("%d threads", threads)
                    .isEmpty();
        }
    }

    /// Every item on a thread of its own, as many at once as wanted.
    private static Workers threads(int threads) {
        return new Workers() {
            @Override
            public int threads() {
                return threads;
            }

            @Override
            public <T> void run(List<T> items, Consumer<T> task) {
                for (int from = 0; from < items.size(); from += threads) {
                    runTogether(items.subList(from, Math.min(from + threads, items.size())), task);
                }
            }
        };
    }

    private static <T> void runTogether(List<T> items, Consumer<T> task) {
        var done = new CountDownLatch(items.size());
        for (T item : items) {
            Thread.ofPlatform()
                    .start(
                            () -> {
                                task.accept(item);
                                done.countDown();
                            });
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void finishingInBetweenChangesNothing() {
        var processor = moments();
        var interrupted = moments();
        for (int part = 0; part < 5; part++) {
            var source = new DenseSamples(CHANNELS, rows(part, 30));
            processor.accumulate(source::forEach);
            interrupted.accumulate(source::forEach);
            Bank intermediate = finish(interrupted);
            assertThat(intermediate.column("n").intAt(0)).isEqualTo(30 * (part + 1));
        }
        assertThat(finish(interrupted).differences(finish(processor))).isEmpty();
    }

    @Test
    void beginsFromNothingOrFromPartialSums() {
        var first = new DenseSamples(CHANNELS, rows(1, 50));
        var second = new DenseSamples(CHANNELS, rows(2, 50));
        var whole = moments();
        whole.accumulate(first::forEach);
        whole.accumulate(second::forEach);

        var earlier = moments();
        earlier.accumulate(first::forEach);
        var later = moments();
        later.begin(Sums.fromBank(earlier.partialSums(Journal.EMPTY)));
        later.accumulate(second::forEach);
        assertThat(finish(later).differences(finish(whole))).isEmpty();

        later.begin();
        later.accumulate(second::forEach);
        assertThat(finish(later).column("n").intAt(0)).isEqualTo(50);
    }

    @Test
    void whatTheExampleKnowsOfAChannelStays() {
        int masked = ChannelFlag.NORMAL.with(Condition.MASKED).bits();
        BankBuilder example = BankBuilder.of(Layouts.msn("ADC"), TUBE, TUBES.ids().toIntArray());
        example.flags()[3] = masked;
        var processor = Processor.of(TUBES, new Sums(CHANNELS), example.freeze(Journal.EMPTY));
        var source = new DenseSamples(CHANNELS, rows(1, 50));
        processor.accumulate(source::forEach);
        assertThat(finish(processor).flags().intAt(3)).isEqualTo(masked);
        assertThat(finish(processor).flags().intAt(4)).isZero();
    }

    @Test
    void pointsWithoutRoomShowInTheFlagOfTheLine() {
        var processor =
                Processor.of(TUBES, new ScatterPoints(CHANNELS, 3), Layouts.line("DAC", "ADC"));
        for (int x = 0; x < 5; x++) processor.accumulator().add(0, x, 2 * x + 1, 0.1);
        for (int x = 0; x < 3; x++) processor.accumulator().add(1, x, 2 * x + 1, 0.1);
        processor.accumulator().add(2, Double.NaN, 1, 1);
        Bank lines = processor.finish(new ScatterLineFit("DAC", "ADC"), ONE, Journal.EMPTY);

        ChannelFlag full = new ChannelFlag(lines.flags().intAt(0));
        assertThat(full.fitStatus()).isEqualTo(FitStatus.OUT_OF_HISTOGRAM_RANGE);
        assertThat(full.quality()).isEqualTo(Quality.SUSPECT);
        assertThat(lines.column("slope").floatAt(0)).isEqualTo(2);
        assertThat(lines.flags().intAt(1)).isZero();
        ChannelFlag unusable = new ChannelFlag(lines.flags().intAt(2));
        assertThat(unusable.fitStatus()).isEqualTo(FitStatus.NON_FINITE_INPUT);
        assertThat(unusable.quality()).isEqualTo(Quality.BAD);
        assertThat(new ChannelFlag(lines.flags().intAt(3)).fitStatus())
                .isEqualTo(FitStatus.NO_DATA);
    }
}
