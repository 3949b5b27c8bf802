package tare.synthetic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.histogram.Axis;
import tare.core.journal.Journal;

class ResponseTest {
    private static final long SEED = 77;
    private static final int PULSES = 50_000;

    /// A true distribution gives less than this once in a thousand seeds; the seed is fixed.
    private static final double SMALLEST_PROBABILITY = 1e-3;

    private static double[] samples(Response response, int channel) {
        var values = DoubleStream.builder();
        SimulatedSamples.of(channel + 1, PULSES, SEED, response)
                .channels(channel, channel + 1)
                .forEach((_, value) -> values.add(value));
        return values.build().toArray();
    }

    private static double normal(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    @Test
    void gaussianSamplesFollowTheNormalDistributionOfTheirChannel() {
        var response = Response.gauss(new double[] {0, 100, -5}, new double[] {1, 3, 0.1});
        assertThat(
                        GoodnessOfFit.kolmogorovSmirnov(
                                samples(response, 1), x -> normal((x - 100) / 3)))
                .isGreaterThan(SMALLEST_PROBABILITY);
        assertThat(
                        GoodnessOfFit.kolmogorovSmirnov(
                                samples(response, 2), x -> normal((x + 5) / 0.1)))
                .isGreaterThan(SMALLEST_PROBABILITY);
        assertThat(
                        GoodnessOfFit.kolmogorovSmirnov(
                                samples(response, 1), x -> normal((x - 100.1) / 3)))
                .as("a mean off by a thirtieth of the spread must show")
                .isLessThan(1e-4);
    }

    /// Counts from 0 to far above the mean, the last of which takes all beyond.
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 4, 45})
    void countsOfRareEventsFollowPoisson(double mean) {
        int first = (int) Math.max(0, mean - 2.5 * Math.sqrt(mean));
        int bins = (int) (mean + 2.5 * Math.sqrt(mean)) + 2 - first;
        double[] counts = new double[bins];
        for (double value : samples(Response.poisson(new double[] {mean}), 0)) {
            counts[Math.clamp((int) value - first, 0, bins - 1)]++;
        }
        double[] expected = new double[bins];
        double probability = Math.exp(-mean);
        double left = PULSES;
        for (int n = 0; n < first + bins - 1; n++) {
            expected[Math.max(n - first, 0)] += PULSES * probability;
            left -= PULSES * probability;
            probability *= mean / (n + 1);
        }
        expected[bins - 1] = left;
        assertThat(GoodnessOfFit.chiSquare(counts, expected)).isGreaterThan(SMALLEST_PROBABILITY);
    }

    @Test
    void samplesHaveTheShapeOfTheirHistogram() {
        int[] shape = {1, 5, 20, 0, 7, 2, 65};
        var bank =
                BankBuilder.of(
                        Layouts.hist(shape.length),
                        FieldScheme.of("tube", new BitField("tube", 8)),
                        4,
                        9);
        bank.header(
                Header.of(0, Map.of(Layouts.LOW, Scalar.of(-1.0), Layouts.HIGH, Scalar.of(6.0))));
        int[] counts = bank.ints("counts");
        System.arraycopy(shape, 0, counts, shape.length + 2 + 1, shape.length);
        counts[shape.length + 2] = 1000;
        var response = HistogramShape.of(bank.freeze(Journal.EMPTY));

        double[] found = new double[shape.length];
        double[] places = samples(response, 1);
        for (double x : places) found[(int) Math.floor(x + 1)]++;
        assertThat(found[3]).as("an empty bin").isZero();
        double[] filled = Arrays.stream(found).filter(n -> n > 0).toArray();
        double[] expected =
                Arrays.stream(shape)
                        .filter(n -> n > 0)
                        .mapToDouble(n -> n * PULSES / 100.0)
                        .toArray();
        assertThat(GoodnessOfFit.chiSquare(filled, expected)).isGreaterThan(SMALLEST_PROBABILITY);

        double[] inLastBin = Arrays.stream(places).filter(x -> x >= 5).toArray();
        assertThat(GoodnessOfFit.kolmogorovSmirnov(inLastBin, x -> x - 5))
                .as("uniform inside a bin")
                .isGreaterThan(SMALLEST_PROBABILITY);
        assertThat(samples(response, 0)).as("a channel without entries in range").isEmpty();
    }

    @Test
    void histogramsThatAreNoneAreRefused() {
        Axis axis = Axis.uniform(2, 0, 1);
        assertThatThrownBy(() -> new HistogramShape(axis, new double[5]))
                .hasMessageContaining("5 contents are no rows of 4 bins");
        assertThatThrownBy(() -> new HistogramShape(axis, new double[] {0, 1, -2, 0}))
                .hasMessageContaining("bin 2 of channel 0 has content -2.0");
    }

    @Test
    void faultyChannelsAreDeadHotOrNoisyAndTheOthersAsIfAlone() {
        var good = Response.gauss(new double[] {50, 50, 50, 50}, new double[] {1, 1, 1, 1});
        var faults =
                List.of(ChannelFault.NONE, ChannelFault.DEAD, ChannelFault.HOT, ChannelFault.NOISY);
        var severity = new FaultyChannels.Severity(3, 0, 4096, 12);
        var response = new FaultyChannels(good, faults, severity);

        assertThat(samples(response, 0)).isEqualTo(samples(good, 0));
        assertThat(samples(response, 1)).isEmpty();
        double[] hot = samples(response, 2);
        double extra = (double) (hot.length - PULSES) / PULSES;
        assertThat(extra).isCloseTo(3, within(5 * Math.sqrt(3.0 / PULSES)));
        double[] beyond = Arrays.stream(hot).filter(x -> x > 100).toArray();
        assertThat(GoodnessOfFit.kolmogorovSmirnov(beyond, x -> (x - 100) / 3996))
                .isGreaterThan(SMALLEST_PROBABILITY);
        assertThat(
                        GoodnessOfFit.kolmogorovSmirnov(
                                samples(response, 3), x -> normal((x - 50) / Math.sqrt(145))))
                .isGreaterThan(SMALLEST_PROBABILITY);
    }

    @Test
    void exactlySoManyFaultsAreChosenAndOtherOnesForAnotherSeed() {
        List<ChannelFault> faults = FaultyChannels.choose(10_752, 20, 10, 5, 1);
        assertThat(Collections.frequency(faults, ChannelFault.DEAD)).isEqualTo(20);
        assertThat(Collections.frequency(faults, ChannelFault.HOT)).isEqualTo(10);
        assertThat(Collections.frequency(faults, ChannelFault.NOISY)).isEqualTo(5);
        assertThat(faults).hasSize(10_752).isEqualTo(FaultyChannels.choose(10_752, 20, 10, 5, 1));
        assertThat(faults).isNotEqualTo(FaultyChannels.choose(10_752, 20, 10, 5, 2));
        assertThatThrownBy(() -> FaultyChannels.choose(10, 5, 5, 1, 1))
                .hasMessageContaining("5 dead, 5 hot and 1 noisy channels of 10");
    }
}
