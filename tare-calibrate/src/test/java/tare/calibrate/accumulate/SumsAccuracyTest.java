package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumsAccuracyTest {
    private static final double RELATIVE_PERCENT = 1e-9 * 100;

    /// Doubles between 2^19 and 2^20 are multiples of 2^-33, so the oracle counts in units of that.
    @Test
    void tenMillionSamplesOfMeanAMillionAndRmsOneKeepNineDigits() {
        int samples = 10_000_000;
        double unit = 0x1p-33;
        var sums = new Sums(1);
        var random = new SplittableRandom(11);
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (int done = 0; done < samples; done += 1000) {
            long partSum = 0;
            long high = 0;
            long low = 0;
            for (int i = 0; i < 1000; i++) {
                double x = 1e6 + random.nextGaussian();
                sums.add(0, x);
                long k = (long) ((x - 1e6) / unit);
                partSum += k;
                long before = low;
                low += k * k;
                high += Math.multiplyHigh(k, k) + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
            }
            sum = sum.add(BigInteger.valueOf(partSum));
            squares = squares.add(BigInteger.valueOf(high).shiftLeft(64).add(unsigned(low)));
        }
        var exact = new ExactMoments();
        BigDecimal units = new BigDecimal(unit);
        exact.add(
                samples,
                new BigDecimal(sum).multiply(units),
                new BigDecimal(squares).multiply(units.pow(2)));

        assertThat(sums.count(0)).isEqualTo(samples);
        assertThat(sums.squaredDeviations(0))
                .isCloseTo(exact.squaredDeviations(), withinPercentage(RELATIVE_PERCENT));
        assertThat(sums.mean(0) - 1e6).isCloseTo(exact.mean(), within(2e-10));
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1e6, 1",
        "-1e6, 1e-3",
        "1e12, 1",
        "1e-9, 1e-12",
        "1e110, 0",
        "1e100, 1e90",
        "3, 0"
    })
    void meanAndSpreadAgreeWithTheOracle(double mean, double rms) {
        var random = new SplittableRandom(5);
        double[] values = random.doubles(20_000).map(u -> mean + rms * (u - 0.5)).toArray();
        requireOracle(values);
    }

    /// A hit from elsewhere may come first; it is a sample like the others and counts, but must not
    /// cost them their digits.
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e9, -1e12})
    void aFirstSampleFarOffCostsNoDigits(double first) {
        var random = new SplittableRandom(6);
        requireOracle(
                DoubleStream.concat(
                                DoubleStream.of(first),
                                random.doubles(20_000).map(u -> 1000 + 1e-3 * u))
                        .toArray());
    }

    @Test
    void aDriftFarFromTheFirstSampleKeepsItsDigits() {
        requireOracle(DoubleStream.iterate(1, x -> x * 1.001).limit(30_000).toArray());
    }

    private static void requireOracle(double[] values) {
        var sums = new Sums(1);
        var exact = new ExactMoments();
        for (double value : values) {
            sums.add(0, value);
            exact.add(value);
        }
        double rms = Math.sqrt(exact.squaredDeviations() / values.length);
        assertThat(sums.mean(0))
                .isCloseTo(exact.mean(), within(1e-14 * (Math.abs(exact.mean()) + rms)));
        // What the samples themselves cannot tell apart is no spread.
        double resolution = Math.pow(Math.ulp(exact.mean()), 2) * values.length;
        assertThat(Math.abs(sums.squaredDeviations(0) - exact.squaredDeviations()))
                .isLessThanOrEqualTo(1e-11 * exact.squaredDeviations() + resolution);
    }
}
