package tare.synthetic.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedSourcesTest {
    private static final int CHANNELS = 40;
    private static final int PULSES = 300;

    private static Response everything() {
        double[] mean = IntStream.range(0, CHANNELS).mapToDouble(i -> 10 + i).toArray();
        double[] rms = new double[CHANNELS];
        Arrays.fill(rms, 2);
        return new FaultyChannels(
                Response.gauss(mean, rms),
                FaultyChannels.choose(CHANNELS, 3, 4, 5, 1),
                new FaultyChannels.Severity(2, 0, 100, 5));
    }

    /// Samples of each channel as they come.
    private static List<DoubleStream.Builder> collectors() {
        return IntStream.range(0, CHANNELS).mapToObj(_ -> DoubleStream.builder()).toList();
    }

    private static List<double[]> arrays(List<DoubleStream.Builder> collectors) {
        return collectors.stream().map(samples -> samples.build().toArray()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anyNumberOfThreadsDrawsTheSameSamples(int threads) throws Exception {
        var whole = collectors();
        var source = SimulatedSamples.of(CHANNELS, PULSES, 5, everything());
        source.forEach((channel, value) -> whole.get(channel).add(value));

        var divided = collectors();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                var part =
                        source.channels(
                                thread * CHANNELS / threads, (thread + 1) * CHANNELS / threads);
                running.add(
                        pool.submit(
                                () ->
                                        part.forEach(
                                                (channel, value) ->
                                                        divided.get(channel).add(value))));
            }
            for (Future<?> one : running) one.get();
        }
        requireSame(arrays(divided), arrays(whole));
    }

    @Test
    void partsOfThePulsesAreThoseOfTheWhole() {
        var whole = collectors();
        var source = SimulatedSamples.of(CHANNELS, PULSES, 5, everything());
        source.forEach((channel, value) -> whole.get(channel).add(value));

        var parts = collectors();
        for (int from = 0; from < PULSES; from += 70) {
            source.pulses(from, Math.min(from + 70, PULSES))
                    .forEach((channel, value) -> parts.get(channel).add(value));
        }
        requireSame(arrays(parts), arrays(whole));
    }

    @Test
    void anotherSeedGivesOtherSamples() {
        var one = collectors();
        var other = collectors();
        SimulatedSamples.of(CHANNELS, 10, 5, everything()).forEach((c, x) -> one.get(c).add(x));
        SimulatedSamples.of(CHANNELS, 10, 6, everything()).forEach((c, x) -> other.get(c).add(x));
        assertThat(arrays(one).get(0)).doesNotContain(arrays(other).get(0));
    }

    private static void requireSame(List<double[]> found, List<double[]> expected) {
        assertThat(expected.stream().mapToInt(samples -> samples.length).sum())
                .isGreaterThan(CHANNELS * PULSES);
        for (int channel = 0; channel < CHANNELS; channel++) {
            assertThat(found.get(channel))
                    .as("channel %d", channel)
                    .isEqualTo(expected.get(channel));
        }
    }

    @Test
    void pointsLieOnTheirCurveWithTheirErrorAndCoverTheRangeEvenly() {
        var x = DoubleStream.builder();
        var pull = DoubleStream.builder();
        SimulatedPoints.of(CHANNELS, 1000, 9, (channel, at) -> channel + 3 * at * at, -1, 3, 0.25)
                .forEach(
                        (channel, at, y, dy) -> {
                            x.add(at);
                            pull.add((y - channel - 3 * at * at) / dy);
                        });
        assertThat(GoodnessOfFit.kolmogorovSmirnov(x.build().toArray(), at -> (at + 1) / 4))
                .isGreaterThan(1e-3);
        assertThat(
                        GoodnessOfFit.kolmogorovSmirnov(
                                pull.build().toArray(), p -> 0.5 * Erf.erfc(-p / Math.sqrt(2))))
                .isGreaterThan(1e-3);
    }

    @Test
    void pointsOfSomeChannelsAreThoseOfAll() {
        var all = SimulatedPoints.of(4, 5, 9, (channel, at) -> channel + at, 0, 1, 0.1);
        var whole = DoubleStream.builder();
        all.forEach(
                (channel, x, y, _) -> {
                    if (channel >= 2) whole.add(x).add(y);
                });
        var part = DoubleStream.builder();
        all.channels(2, 4).forEach((_, x, y, _) -> part.add(x).add(y));
        assertThat(part.build().toArray()).hasSize(20).isEqualTo(whole.build().toArray());
    }
}
