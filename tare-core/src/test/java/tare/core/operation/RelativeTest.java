package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;
import static tare.core.operation.Samples.msn;

import org.junit.jupiter.api.Test;
import tare.core.bank.Bank;
import tare.core.operation.Arithmetic.Add;
import tare.core.operation.Arithmetic.Difference;
import tare.core.operation.Arithmetic.Multiply;
import tare.core.operation.Arithmetic.Pull;
import tare.core.operation.Arithmetic.Ratio;
import tare.core.operation.Arithmetic.Scale;
import tare.core.operation.Averaging.Pool;
import tare.core.result.ErrorCode;

/// Constants relative to a base: the mistake that looks right.
class RelativeTest {
    private final Bank base = bank(8);
    private final Bank now = bank(10);

    private static Bank bank(float mean) {
        return msn(new float[] {mean}, new float[] {1}, new int[] {100});
    }

    @Test
    void aRatioNamesItsBase() {
        Bank ratio = done(now, new Ratio(base));
        assertThat(ratio.column("mean").floatAt(0)).isEqualTo(1.25f);
        assertThat(ratio.header().text("relative")).contains("ratio");
        assertThat(ratio.header().text("base")).contains(base.identity().hex());
    }

    @Test
    void multipliedOntoItsBaseItIsAbsoluteAgain() {
        Bank ratio = done(now, new Ratio(base));
        for (Bank back :
                new Bank[] {done(base, new Multiply(ratio)), done(ratio, new Multiply(base))}) {
            assertThat(back.column("mean").floatAt(0)).isEqualTo(10);
            assertThat(back.layout()).isEqualTo(base.layout());
            assertThat(back.header().extra()).isEmpty();
        }
    }

    @Test
    void addedToItsBaseADifferenceIsAbsoluteAgain() {
        Bank difference = done(now, new Difference(base));
        assertThat(difference.header().text("relative")).contains("difference");
        Bank back = done(base, new Add(difference));
        assertThat(back.column("mean").floatAt(0)).isEqualTo(10);
        assertThat(back.header().extra()).isEmpty();
    }

    /// What happened: relative constants multiplied onto an already relative base.
    @Test
    void onAnythingButItsBaseItIsRefused() {
        Bank ratio = done(now, new Ratio(base));
        assertThat(OPERATOR.apply(ratio, new Multiply(ratio)).code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(OPERATOR.apply(now, new Multiply(ratio)).code()).isEqualTo(ErrorCode.CONFLICT);
        Bank scaled = done(base, new Scale(2));
        assertThat(OPERATOR.apply(scaled, new Multiply(ratio)).code())
                .isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void aDifferenceIsNotMultipliedAndARatioNotAdded() {
        Bank difference = done(now, new Difference(base));
        assertThat(OPERATOR.apply(base, new Multiply(difference)).code())
                .isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void forcedItIsDoneAndTheJournalSaysSo() {
        Bank ratio = done(now, new Ratio(base));
        Bank forced = done(now, new Multiply(ratio, BaseCheck.FORCED));
        assertThat(forced.column("mean").floatAt(0)).isEqualTo(12.5f);
        assertThat(forced.journal().entries().getLast().details()).containsEntry("check", "FORCED");
    }

    @Test
    void relativeBanksOfOneBaseGoTogetherAndOthersDoNot() {
        Bank one = done(now, new Ratio(base));
        Bank same = done(bank(12), new Ratio(base));
        Bank other = done(now, new Ratio(bank(9)));
        assertThat(done(one, new Pool(same)).header().text("base")).contains(base.identity().hex());
        assertThat(OPERATOR.apply(one, new Pool(other)).code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(OPERATOR.apply(one, new Pull(other)).code()).isEqualTo(ErrorCode.CONFLICT);
    }
}
