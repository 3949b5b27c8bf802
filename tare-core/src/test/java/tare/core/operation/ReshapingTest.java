package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;
import static tare.core.operation.Samples.example;
import static tare.core.operation.Samples.map;
import static tare.core.operation.Samples.ms;
import static tare.core.operation.Samples.msn;
import static tare.core.operation.Samples.random;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.bank.Bank;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.ChannelTable;
import tare.core.channel.FieldScheme;
import tare.core.channel.Provenance;
import tare.core.channel.Quality;
import tare.core.operation.Reshaping.Copy;
import tare.core.operation.Reshaping.Direction;
import tare.core.operation.Reshaping.GroupReduce;
import tare.core.operation.Reshaping.Reduction;
import tare.core.operation.Reshaping.Remap;
import tare.core.operation.Reshaping.ReplaceWhere;
import tare.core.operation.Reshaping.Reset;
import tare.core.operation.Reshaping.ResetTo;
import tare.core.operation.Reshaping.ToMs;
import tare.core.operation.Reshaping.ToMsn;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

class ReshapingTest {
    @Test
    void aCopyIsTheSame() {
        Bank bank = random(1);
        assertThat(done(bank, new Copy()).differences(bank)).isEmpty();
    }

    @Test
    void aResetBankHasItsChannelsAndNothingElse() {
        Bank bank = Samples.with(random(1, 1, 2), 1, 2);
        Bank zeros = done(bank, new Reset());
        assertThat(zeros.ids().hasSameBits(bank.ids())).isTrue();
        assertThat(zeros.flags().toIntArray()).containsExactly(0, 0);
        assertThat(zeros.column("mean").toFloatArray()).containsExactly(0, 0);
        Bank examples = done(bank, new ResetTo(example(80, 3, 9)));
        assertThat(examples.column("mean").toFloatArray()).containsExactly(80, 80);
        assertThat(examples.column("n").toIntArray()).containsExactly(9, 9);
        assertThat(examples.flags().toIntArray()).containsExactly(0, 0);
    }

    @Test
    void anExampleIsOneChannelOfTheSameLayout() {
        Bank bank = random(1);
        for (Bank wrong : List.of(bank, ms(1, new float[1], new float[1]))) {
            assertThat(OPERATOR.apply(bank, new ResetTo(wrong)).code())
                    .isEqualTo(ErrorCode.WRONG_STRUCTURE);
        }
    }

    /// The flag tells what the original data were like, though the value is another.
    @Test
    void aReplacedChannelKeepsItsFlagAndSaysWhereItsValueIsFrom() {
        int failed = ChannelFlag.VALIDATE_FAILED | Quality.BAD.bits() | 0b101;
        Bank bank = Samples.with(random(1, 1, 2, 3), 0, failed, 0);
        Bank reference = Samples.with(random(2, 1, 2, 3), 8, 8, 8);
        Bank replaced = done(bank, new ReplaceWhere(Where.anyOf(Quality.BAD.bits()), reference));
        assertThat(replaced.flags().toIntArray())
                .containsExactly(0, failed | Provenance.FROM_REFERENCE.bits(), 0);
        for (int row : new int[] {0, 2}) {
            assertThat(replaced.column("mean").floatAt(row))
                    .isEqualTo(bank.column("mean").floatAt(row));
        }
        assertThat(replaced.column("mean").floatAt(1))
                .isEqualTo(reference.column("mean").floatAt(1));
    }

    @Test
    void aChannelWithoutReferenceKeepsItsValueWithAWarning() {
        Bank bank = random(1, 1, 2);
        var result = OPERATOR.apply(bank, new ReplaceWhere(Where.among(1), random(2, 2)));
        assertThat(result).isInstanceOf(Result.Warned.class);
        assertThat(result.orElseThrow().differences(bank)).isEmpty();
    }

    @Test
    void remappingToAddressesAndBackIsTheSame() {
        Bank bank = random(5);
        int[] ids = map().ids();
        long[] addresses = new long[ids.length];
        for (int i = 0; i < ids.length; i++) addresses[i] = 7L * i % 32;
        var cabling =
                ChannelTable.of(
                        Samples.SCHEME,
                        FieldScheme.of("plug", new BitField("pin", 5)),
                        ids,
                        addresses);
        Bank wired = done(bank, new Remap(cabling, Direction.TO_ADDRESSES));
        assertThat(wired.idScheme()).isEqualTo(cabling.addressScheme());
        assertThat(wired.column("mean").floatAt(7)).isEqualTo(bank.column("mean").floatAt(1));
        assertThat(done(wired, new Remap(cabling, Direction.TO_IDS)).differences(bank)).isEmpty();
    }

    @Test
    void aChannelThatIsNotCabledIsNamed() {
        Bank bank = random(5, 4000);
        var result = OPERATOR.apply(bank, new Remap(map(), Direction.TO_ADDRESSES));
        assertThat(result.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(result.toString()).contains("module 15 tube 160 (4000)");
    }

    @Test
    void anAddressBankIsNoIdBank() {
        Bank bank = random(5);
        assertThat(OPERATOR.apply(bank, new Remap(map(), Direction.TO_IDS)).code())
                .isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }

    @ParameterizedTest
    @CsvSource({"MEAN,3", "MEDIAN,2", "MIN,1", "MAX,6", "SUM,9", "COUNT,3"})
    void channelsBecomeTheirModule(Reduction reduction, float expected) {
        int tube = 1 << 8; // the first tube of module 1
        Bank bank =
                Samples.with(
                        msn(
                                new int[] {0, 1, 2, 3, tube},
                                new float[] {6, 1, Float.NaN, 2, 5},
                                new float[5],
                                new int[5]),
                        1,
                        2,
                        4,
                        Quality.BAD.bits(),
                        0);
        Bank modules = done(bank, new GroupReduce("mean", "module", reduction));
        assertThat(modules.ids().toIntArray()).containsExactly(0, 1);
        assertThat(modules.column("mean").floatAt(0)).isEqualTo(expected);
        assertThat(modules.column("rms").floatAt(0))
                .isCloseTo((float) Math.sqrt(14 / 3.0), within(1e-6f));
        assertThat(modules.column("n").toIntArray()).containsExactly(3, 1);
        assertThat(modules.idScheme()).isEqualTo(Samples.SCHEME.upTo("module"));
        int flag = modules.flags().intAt(0);
        assertThat(flag & ~Provenance.AVERAGED.bits()).isEqualTo(7 | Quality.BAD.bits());
    }

    @Test
    void aGroupWithoutAFiniteValueIsFlagged() {
        Bank bank = msn(new float[] {Float.NaN}, new float[1], new int[1]);
        Bank modules = done(bank, new GroupReduce("mean", "module", Reduction.MAX));
        assertThat(modules.column("mean").floatAt(0)).isNaN();
        assertThat(modules.flags().intAt(0)).isEqualTo(Draft.NOT_COMPUTED);
    }

    @Test
    void commonAndOwnCountsConvertIntoEachOther() {
        Bank ms = ms(25, new float[] {80, Float.NaN}, new float[] {5, -0.0f});
        Bank msn = done(ms, new ToMsn());
        assertThat(msn.column("n").toIntArray()).containsExactly(25, 25);
        assertThat(done(msn, new ToMs()).differences(ms)).isEmpty();
    }

    @Test
    void ownCountsBecomeCommonOnlyIfAllAreEqual() {
        Bank bank = msn(new float[2], new float[2], new int[] {25, 24});
        var result = OPERATOR.apply(bank, new ToMs());
        assertThat(result.code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(result.toString()).contains("channel 0 has 25, channel 1 has 24");
    }

    @Test
    void aCommonCountThatNobodyKnowsBecomesNoOwnCount() {
        Bank bank = ms(0, new float[1], new float[1]);
        assertThat(OPERATOR.apply(bank, new ToMsn()).code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(OPERATOR.apply(bank, new ToMs()).code()).isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }
}
