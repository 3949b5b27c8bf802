package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;
import static tare.core.operation.Samples.gains;
import static tare.core.operation.Samples.ms;
import static tare.core.operation.Samples.msn;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.Bank;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Provenance;
import tare.core.operation.Averaging.Average;
import tare.core.operation.Averaging.Pool;
import tare.core.operation.Averaging.WeightedMean;
import tare.core.result.ErrorCode;

class AveragingTest {
    private static Bank one(float mean, float rms, int n) {
        return msn(new float[] {mean}, new float[] {rms}, new int[] {n});
    }

    private static double mean(Bank bank) {
        return bank.column("mean").floatAt(0);
    }

    private static double rms(Bank bank) {
        return bank.column("rms").floatAt(0);
    }

    private static Bank of(double... samples) {
        double mean = FieldStatistics.mean(samples);
        return one((float) mean, (float) FieldStatistics.rms(samples, mean), samples.length);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void poolingIsAssociativeAndEqualsOnePass(long seed) {
        var random = new Random(seed);
        double[] all = new double[3000];
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextGaussian(i < 1000 ? 100 : i < 1200 ? 90 : 120, 5);
        }
        Bank a = of(Arrays.copyOfRange(all, 0, 1000));
        Bank b = of(Arrays.copyOfRange(all, 1000, 1200));
        Bank c = of(Arrays.copyOfRange(all, 1200, 3000));
        Bank left = done(done(a, new Pool(b)), new Pool(c));
        Bank right = done(a, new Pool(done(b, new Pool(c))));
        Bank atOnce = done(a, new Average(List.of(b, c)));
        Bank onePass = of(all);
        for (Bank pooled : List.of(left, right, atOnce)) {
            assertThat(pooled.column("n").intAt(0)).isEqualTo(3000);
            assertThat(mean(pooled)).isCloseTo(mean(onePass), within(1e-6 * mean(onePass)));
            assertThat(rms(pooled)).isCloseTo(rms(onePass), within(1e-6 * rms(onePass)));
        }
    }

    @Test
    void poolsTheCommonCountOfMs() {
        Bank a = ms(1, new float[] {1}, new float[] {0});
        Bank b = ms(3, new float[] {5}, new float[] {0});
        Bank pooled = done(a, new Pool(b));
        assertThat(pooled.header().pulses()).isEqualTo(4);
        assertThat(mean(pooled)).isEqualTo(4);
        assertThat(rms(pooled)).isCloseTo(Math.sqrt(3), within(1e-6));
        Bank uncounted = ms(0, new float[] {1}, new float[] {0});
        assertThat(OPERATOR.apply(a, new Pool(uncounted)).code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
    }

    @Test
    void aChannelWithoutDataInOneBankTakesItsValueFromTheOther() {
        Bank none = msn(new float[] {Float.NaN}, new float[] {0}, new int[] {0});
        for (Operation operation : List.of(new Pool(none), new WeightedMean(none))) {
            Bank result = done(one(7, 2, 100), operation);
            assertThat(mean(result)).isEqualTo(7);
            assertThat(rms(result)).isEqualTo(2);
            assertThat(result.column("n").intAt(0)).isEqualTo(100);
        }
    }

    @Test
    void aChannelWithoutDataAtAllIsFlagged() {
        Bank none = msn(new float[] {0}, new float[] {0}, new int[] {0});
        for (Operation operation : List.of(new Pool(none), new WeightedMean(none))) {
            Bank result = done(none, operation);
            assertThat(mean(result)).isNaN();
            assertThat(result.flags().intAt(0)).isEqualTo(Draft.NOT_COMPUTED);
        }
    }

    @Test
    void moreSamplesThanFitAreRefused() {
        Bank many = one(1, 1, Integer.MAX_VALUE);
        assertThat(OPERATOR.apply(many, new Pool(many)).code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
    }

    @Test
    void onlyMeansOfSamplesPool() {
        Bank gains = gains(1, 1, 1, 1);
        assertThat(OPERATOR.apply(gains, new Pool(gains)).code())
                .isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }

    /// Weights 1/0.1² and 1/0.2²: (4·10 + 1·12)/5, σ = 0.2/√5.
    @Test
    void aWeightedMeanCountsTheBetterMeasurementMore() {
        Bank result = done(one(10, 1, 100), new WeightedMean(one(12, 2, 100)));
        assertThat(mean(result)).isCloseTo(10.4, within(1e-6));
        double error = rms(result) / Math.sqrt(result.column("n").intAt(0));
        assertThat(error).isCloseTo(0.2 / Math.sqrt(5), within(1e-6));
    }

    @Test
    void aMeasurementWithoutErrorOutweighsAll() {
        assertThat(mean(done(one(10, 0, 9), new WeightedMean(one(12, 2, 9))))).isEqualTo(10);
        assertThat(mean(done(one(10, 0, 9), new WeightedMean(one(12, 0, 9))))).isEqualTo(11);
    }

    @Test
    void otherLayoutsAreAveragedPlainlyWithProvenance() {
        Bank result = done(gains(1, 0.3, 1, 2), new Average(List.of(gains(3, 0.4, 3, 6))));
        assertThat(result.column("gain").doubleAt(0)).isEqualTo(2);
        assertThat(result.column("gain_error").doubleAt(0)).isCloseTo(0.25, within(1e-12));
        assertThat(result.column("shape").toFloatArray()).containsExactly(2, 4);
        assertThat(new ChannelFlag(result.flags().intAt(0)).provenance())
                .isEqualTo(Provenance.AVERAGED);
    }
}
