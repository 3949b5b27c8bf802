package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.core.operation.Samples.gains;
import static tare.core.operation.Samples.msn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.bank.Bank;
import tare.core.result.ErrorCode;

class ComparisonTest {
    private static Comparison compare(Bank a, Bank b, Tolerance tolerance) {
        return Comparison.of(a, b, tolerance).orElseThrow();
    }

    @Test
    void aBankEqualsItselfWithAwkwardValuesToo() {
        float[] awkward = {Float.NaN, -0.0f, Float.POSITIVE_INFINITY, 1};
        Bank bank = msn(awkward, awkward, new int[4]);
        Comparison comparison = compare(bank, bank, Tolerance.NONE);
        assertThat(comparison.isEqual()).isTrue();
        assertThat(comparison.equal()).isEqualTo(4);
    }

    @Test
    void tellsMissingExtraAndDifferentChannelsApart() {
        Bank a = msn(new int[] {1, 2, 3}, new float[] {1, 2, 3}, new float[3], new int[3]);
        Bank b =
                Samples.with(
                        msn(
                                new int[] {2, 3, 4},
                                new float[] {2.5f, 3, 4},
                                new float[3],
                                new int[3]),
                        0,
                        1,
                        0);
        Comparison comparison = compare(a, b, new Tolerance(0.1, 0));
        assertThat(comparison.extra()).containsExactly(1);
        assertThat(comparison.missing()).containsExactly(4);
        assertThat(comparison.equal()).isEqualTo(1);
        assertThat(comparison.otherFlags()).isEqualTo(1);
        assertThat(comparison.fields().getFirst())
                .isEqualTo(new Comparison.Field("mean", 1, 0.5, 2));
        assertThat(comparison.isEqual()).isFalse();
    }

    @Test
    void anyValueOfAnArrayCounts() {
        Comparison comparison = compare(gains(1, 1, 5, 6), gains(1, 1, 5, 6.5f), Tolerance.NONE);
        assertThat(comparison.fields().getLast())
                .isEqualTo(new Comparison.Field("shape", 1, 0.5, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,0,0,true",
        "1,1.1,0.2,0,true",
        "1,1.1,0.05,0,false",
        "100,101,0,0.02,true",
        "100,101,0,0.005,false",
        "NaN,NaN,0,0,true",
        "NaN,1,1e300,0,false",
        "Infinity,Infinity,0,0,true",
        "Infinity,1,Infinity,0,false",
        "Infinity,-Infinity,0,1,false",
        "0.0,-0.0,0,0,true"
    })
    void toleranceIsAbsoluteAndRelative(
            double a, double b, double absolute, double relative, boolean isMet) {
        assertThat(new Tolerance(absolute, relative).isMet(a, b)).isEqualTo(isMet);
    }

    @Test
    void aNegativeToleranceIsRefused() {
        assertThatThrownBy(() -> new Tolerance(-1, 0)).hasMessageContaining("got -1.0 and 0.0");
        assertThatThrownBy(() -> new Tolerance(0, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void otherLayoutsDoNotCompare() {
        assertThat(Comparison.of(Samples.random(1), gains(1, 1, 1, 1), Tolerance.NONE).code())
                .isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }
}
