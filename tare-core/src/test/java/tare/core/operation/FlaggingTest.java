package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;
import static tare.core.operation.Samples.random;

import java.util.List;
import org.junit.jupiter.api.Test;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Layouts;
import tare.core.channel.Condition;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.core.operation.Flagging.ClearPublic;
import tare.core.operation.Flagging.MergeStatus;
import tare.core.operation.Flagging.OrPublic;
import tare.core.operation.Flagging.SetPublic;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

class FlaggingTest {
    private static final Where THE_SECOND = Where.among(2);
    private static final int BAD = Quality.BAD.bits();

    private final Bank bank = Samples.with(random(1, 1, 2), BAD | 0b0110, BAD | 0b0110);

    private static int[] flags(Bank bank) {
        return bank.flags().toIntArray();
    }

    @Test
    void publicBitsAreSetAddedAndRemovedWhereAsked() {
        assertThat(flags(done(bank, new SetPublic(THE_SECOND, 0b0011))))
                .containsExactly(BAD | 0b0110, BAD | 0b0011);
        assertThat(flags(done(bank, new OrPublic(THE_SECOND, 0b0011))))
                .containsExactly(BAD | 0b0110, BAD | 0b0111);
        assertThat(flags(done(bank, new ClearPublic(THE_SECOND, 0b0011))))
                .containsExactly(BAD | 0b0110, BAD | 0b0100);
    }

    @Test
    void valuesStayBitByBit() {
        assertThat(done(bank, new SetPublic(THE_SECOND, 1)).differences(bank))
                .containsExactly("flag");
    }

    @Test
    void privateBitsCannotBeReached() {
        for (int bits : new int[] {1 << 16, 1 << 30, -1}) {
            for (Operation operation :
                    List.of(
                            new SetPublic(THE_SECOND, bits),
                            new OrPublic(THE_SECOND, bits),
                            new ClearPublic(THE_SECOND, bits))) {
                assertThat(OPERATOR.apply(bank, operation).code())
                        .isEqualTo(ErrorCode.BAD_ARGUMENT);
            }
        }
    }

    @Test
    void mergesTheStatusOfAnyLayoutAndSaysWhatWasMissing() {
        var status = BankBuilder.of(Layouts.STATUS, Samples.SCHEME, 2, 3);
        status.flags()[0] = Condition.DEAD.bits() | 0b1000;
        var result = OPERATOR.apply(bank, new MergeStatus(status.freeze(Journal.EMPTY)));
        assertThat(result).isInstanceOf(Result.Warned.class);
        assertThat(flags(result.orElseThrow()))
                .containsExactly(BAD | 0b0110, BAD | Condition.DEAD.bits() | 0b1110);
    }
}
