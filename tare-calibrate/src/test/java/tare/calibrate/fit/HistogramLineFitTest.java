package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tare.core.bank.BankBuilder;
import tare.core.channel.FitStatus;

class HistogramLineFitTest {
    /// One channel; underflow first, overflow last.
    private static BankBuilder fit(BinErrors errors, long... counts) {
        var histogram =
                new HistogramColumns.Counted(counts.length - 2, 0, counts.length - 2, counts);
        return Rows.fit(new HistogramLineFit("ns", errors), histogram);
    }

    @ParameterizedTest
    @EnumSource
    void countsOnALineGiveTheLineThroughTheCentres(BinErrors errors) {
        BankBuilder line = fit(errors, 7, 110, 120, 130, 140, 99);
        assertThat(line.floats("slope")[0]).isCloseTo(10, within(1e-5f));
        assertThat(line.floats("intercept")[0]).isCloseTo(105, within(1e-4f));
        assertThat(line.floats("chi2")[0]).isCloseTo(0, within(1e-9f));
        assertThat(line.ints("n")[0]).isEqualTo(4);
        assertThat(line.ints("ndf")[0]).isEqualTo(2);
    }

    @Test
    void emptyBinsAreLeftOutIfErrorsComeFromTheContent() {
        BankBuilder line = fit(BinErrors.FROM_CONTENT, 0, 100, 0, 120, 130, 0);
        assertThat(line.ints("n")[0]).isEqualTo(3);
        assertThat(line.floats("slope")[0]).isCloseTo(10, within(1e-4f));
    }

    @Test
    void emptyBinsCountAsZeroPlusMinusOneOtherwise() {
        BankBuilder line = fit(BinErrors.AT_LEAST_ONE, 0, 0, 0, 0, 1, 0);
        assertThat(line.ints("n")[0]).isEqualTo(4);
        assertThat(line.floats("slope")[0]).isCloseTo(0.3f, within(1e-6f));
        assertThat(line.floats("var_slope")[0]).isCloseTo(0.2f, within(1e-6f));
    }

    /// A level through 90 and 110 entries: 2 / (1/90 + 1/110) = 99 with errors from the content.
    @Test
    void errorsFromTheLineHaveNoBias() {
        long[] counts = {0, 90, 110, 110, 90, 0};
        assertThat(level(fit(BinErrors.FROM_CONTENT, counts))).isCloseTo(99, within(1e-4));
        assertThat(level(fit(BinErrors.FROM_LINE, counts))).isCloseTo(100, within(1e-4));
    }

    private static double level(BankBuilder line) {
        return line.floats("intercept")[0] + 2 * line.floats("slope")[0];
    }

    /// Each entry of weight 3: three times the line, and the pulls of the entries.
    @ParameterizedTest
    @EnumSource(names = {"FROM_CONTENT", "FROM_LINE"})
    void weightsScaleLineAndErrors(BinErrors errors) {
        long[] counts = {0, 120, 95, 140, 160, 0};
        BankBuilder one = fit(errors, counts);
        double[] sums = Arrays.stream(counts).mapToDouble(c -> 3 * c).toArray();
        double[] squares = Arrays.stream(counts).mapToDouble(c -> 9 * c).toArray();
        var weighted = new HistogramColumns.Weighted(4, 0, 4, sums, squares);
        BankBuilder three = Rows.fit(new HistogramLineFit("ns", errors), weighted);
        assertThat(three.floats("slope")[0]).isCloseTo(3 * one.floats("slope")[0], within(1e-4f));
        assertThat(three.floats("var_slope")[0])
                .isCloseTo(9 * one.floats("var_slope")[0], within(1e-4f));
        assertThat(three.floats("chi2")[0]).isCloseTo(one.floats("chi2")[0], within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({
        "'0 0 0 0 0',  NO_DATA",
        "'3 0 0 0 1',  OUT_OF_HISTOGRAM_RANGE",
        "'0 0 9 0 1',  TOO_FEW_SAMPLES",
        "'0 1 -9 5 1', NON_FINITE_INPUT",
        "'0 1 9 5 1',  OK",
    })
    void endsWithAStatus(String counts, FitStatus expected) {
        long[] numbers = Arrays.stream(counts.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        assertThat(Rows.status(fit(BinErrors.FROM_CONTENT, numbers), 0)).isEqualTo(expected);
    }

    @Test
    void anAxisNeedsBinsAndAnOrder() {
        assertThatThrownBy(() -> new HistogramColumns.Counted(2, 5, 5, new long[4]))
                .hasMessage("a histogram has 1 or more bins between low < high, got 2, [5.0, 5.0)");
        assertThatThrownBy(() -> new HistogramColumns.Counted(2, 0, 5, new long[5]))
                .hasMessage("2 bins with underflow and overflow do not divide 5 values");
    }
}
