package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tare.core.operation.Samples.msn;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tare.core.bank.Bank;
import tare.core.histogram.Axis;

class FieldStatisticsTest {
    private static Bank means(float... values) {
        return msn(values, new float[values.length], new int[values.length]);
    }

    @Test
    void describesTheFiniteValues() {
        var statistics = FieldStatistics.of(means(1, 2, 3, 4, 90, Float.NaN), "mean");
        assertThat(statistics)
                .isEqualTo(new FieldStatistics(5, 1, 1, 90, 20, Math.sqrt(6130 / 5.0), 3, 1));
    }

    @Test
    void ofNothingIsNotANumber() {
        var statistics = FieldStatistics.of(means(Float.NaN), "mean");
        assertThat(statistics.count()).isZero();
        assertThat(statistics.nonFinite()).isEqualTo(1);
        assertThat(statistics.median()).isNaN();
        assertThat(statistics.max()).isNaN();
    }

    @Test
    void theMadOfAGaussianTimesItsFactorIsSigma() {
        var random = new Random(7);
        float[] values = new float[4000];
        for (int i = 0; i < values.length; i++) values[i] = 5 * (float) random.nextGaussian();
        double mad = FieldStatistics.of(means(values), "mean").mad();
        assertThat(FieldStatistics.SIGMA_PER_MAD * mad).isCloseTo(5, within(0.3));
    }

    @Test
    void outliersAreFarFromTheMedianOrNoNumber() {
        float[] values = {1, 2, 3, 4, 90, Float.NaN, 3, 2};
        assertThat(FieldStatistics.outliers(means(values), "mean", 5)).containsExactly(4, 5);
        assertThat(FieldStatistics.outliers(means(1, 1, 1), "mean", 5)).isEmpty();
        assertThat(FieldStatistics.outliers(means(1, 1, 1, 2), "mean", 5)).containsExactly(3);
    }

    @Test
    void theHistogramHoldsAllValuesAndTheFieldsUnit() {
        var histogram = FieldStatistics.histogram(means(1, 2, 2, 9), "mean", Axis.uniform(4, 0, 4));
        assertThat(histogram.axis().unit()).isEqualTo("ADC");
        assertThat(histogram.snapshot().content(3)).isEqualTo(2);
    }
}
