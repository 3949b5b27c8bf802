package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.bank.BankBuilder;
import tare.core.channel.FitStatus;

class MomentsFitTest {
    private static BankBuilder fit(long n, double mean, double squares) {
        return Rows.fit(
                new MomentsFit("ADC"),
                new SumColumns(new long[] {n}, new double[] {mean}, new double[] {squares}));
    }

    /// The samples 2, 4, 9: mean 5, squared distances 9 + 1 + 16.
    @Test
    void rmsIsTheSpreadOfTheSamplesAboutTheirMean() {
        BankBuilder result = fit(3, 5, 26);
        assertThat(result.floats("mean")[0]).isEqualTo(5);
        assertThat(result.floats("rms")[0]).isCloseTo((float) Math.sqrt(26 / 3.0), within(1e-6f));
        assertThat(result.ints("n")[0]).isEqualTo(3);
        assertThat(result.flags()).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "0,          NaN,      0,        NO_DATA",
        "1,          5,        0,        TOO_FEW_SAMPLES",
        "2,          NaN,      1,        NON_FINITE_INPUT",
        "2,          5,        -1e-9,    NON_FINITE_INPUT",
        "2,          5,        Infinity, NON_FINITE_INPUT",
        "-3,         5,        1,        NON_FINITE_INPUT",
        "2,          1e39,     1,        NON_FINITE_RESULT",
        "2147483648, 5,        1,        NON_FINITE_RESULT",
        "2,          5,        0,        OK",
        "2147483647, 5,        1,        OK",
    })
    void endsWithAStatus(long n, double mean, double squares, FitStatus expected) {
        BankBuilder result = fit(n, mean, squares);
        assertThat(Rows.status(result, 0)).isEqualTo(expected);
        assertThat(result.floats("mean")[0]).isEqualTo(expected == FitStatus.OK ? 5 : 0);
        assertThat(result.ints("n")[0]).isEqualTo(Math.clamp(n, 0, Integer.MAX_VALUE));
    }
}
