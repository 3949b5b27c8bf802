package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.BankBuilder;
import tare.core.channel.FitStatus;

class ThresholdFitTest {
    private static final double[] STEPS = {10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30};

    private static BankBuilder fit(double[] x, long[] passed, long[] total) {
        long[][] passedRows =
                Arrays.stream(passed).mapToObj(k -> new long[] {k}).toArray(long[][]::new);
        long[][] totalRows =
                Arrays.stream(total).mapToObj(n -> new long[] {n}).toArray(long[][]::new);
        return Rows.fit(new ThresholdFit("VCal"), new StepColumns(1, x, passedRows, totalRows));
    }

    private static BankBuilder expected(double threshold, double noise, long pulses) {
        long[] passed = new long[STEPS.length];
        long[] total = new long[STEPS.length];
        Arrays.fill(total, pulses);
        for (int i = 0; i < STEPS.length; i++) {
            passed[i] = Math.round(pulses * Normal.cdf((STEPS[i] - threshold) / noise));
        }
        return fit(STEPS, passed, total);
    }

    @ParameterizedTest
    @CsvSource({"20.3, 2.5", "11, 4", "28.7, 1.1", "19, 6"})
    void findsTheResponseThatMadeTheCounts(double threshold, double noise) {
        BankBuilder result = expected(threshold, noise, 1_000_000_000);
        assertThat(Rows.status(result, 0)).isEqualTo(FitStatus.OK);
        assertThat(result.floats("threshold")[0]).isCloseTo((float) threshold, within(1e-5f));
        assertThat(result.floats("noise")[0]).isCloseTo((float) noise, within(1e-5f));
        assertThat(result.ints("ndf")[0]).isEqualTo(9);
    }

    @Test
    void aFallingResponseIsTheSameUpsideDown() {
        BankBuilder falling = expected(20.3, -2.5, 10_000);
        BankBuilder rising = expected(20.3, 2.5, 10_000);
        for (String field : new String[] {"threshold", "noise", "threshold_error", "noise_error"}) {
            assertThat(falling.floats(field)[0])
                    .as("%s", field)
                    .isCloseTo(rising.floats(field)[0], within(1e-4f));
        }
    }

    /// Four times the pulses, half the errors.
    @Test
    void errorsFallWithTheRootOfThePulses() {
        BankBuilder few = expected(20.3, 2.5, 1_000_000);
        BankBuilder many = expected(20.3, 2.5, 4_000_000);
        for (String field : new String[] {"threshold_error", "noise_error"}) {
            assertThat(many.floats(field)[0])
                    .isCloseTo(few.floats(field)[0] / 2, within(1e-3f * few.floats(field)[0]));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 1000})
    void aSharpStepLiesBetweenItsPoints(long pulses) {
        long[] passed = new long[STEPS.length];
        long[] total = new long[STEPS.length];
        Arrays.fill(total, pulses);
        Arrays.fill(passed, 6, STEPS.length, pulses);
        BankBuilder result = fit(STEPS, passed, total);
        assertThat(Rows.status(result, 0)).isEqualTo(FitStatus.AT_BOUND);
        assertThat(result.floats("threshold")[0]).isEqualTo(21);
        assertThat(result.floats("threshold_error")[0]).isCloseTo(2 / 3.4641f, within(1e-4f));
        assertThat(result.floats("noise")[0]).isCloseTo(0.1f, within(1e-6f));
        assertThat(result.floats("chi2")[0]).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'',        '',        '',        NO_DATA",
        "'1 2 3',   '0 0 0',   '0 0 0',   NO_DATA",
        "'1 2 3',   '0 4 0',   '0 9 0',   TOO_FEW_SAMPLES",
        "'2 2 2',   '1 4 7',   '9 9 9',   SINGULAR_MATRIX",
        "'1 NaN 3', '1 4 7',   '9 9 9',   NON_FINITE_INPUT",
        "'1 2 3',   '-1 4 7',  '9 9 9',   NON_FINITE_INPUT",
        "'1 2 3',   '1 10 7',  '9 9 9',   NON_FINITE_INPUT",
        "'1 2 3',   '0 0 0',   '9 9 9',   OUT_OF_HISTOGRAM_RANGE",
        "'1 2 3',   '9 9 9',   '9 9 9',   OUT_OF_HISTOGRAM_RANGE",
        "'1 2 3',   '1 2 4',   '99 99 99', OUT_OF_HISTOGRAM_RANGE",
        "'1 2 3',   '1 4 8',   '9 9 9',   OK",
    })
    void endsWithAStatus(String x, String passed, String total, FitStatus expected) {
        BankBuilder result = fit(numbers(x), whole(passed), whole(total));
        assertThat(Rows.status(result, 0)).isEqualTo(expected);
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static long[] whole(String text) {
        return Arrays.stream(numbers(text)).mapToLong(v -> (long) v).toArray();
    }
}
