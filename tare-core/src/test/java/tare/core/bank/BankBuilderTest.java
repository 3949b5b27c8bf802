package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.channel.UniformMap;
import tare.core.journal.Journal;

class BankBuilderTest {
    private static final FieldScheme SCHEME = FieldScheme.of("tube", new BitField("tube", 31));
    private static final BankLayout LAYOUT =
            new BankLayout(
                    "all",
                    1,
                    List.of(
                            new FieldDefinition("i", "1", FieldType.I32),
                            new FieldDefinition("f", "1", FieldType.F32, 2),
                            new FieldDefinition("l", "1", FieldType.I64),
                            new FieldDefinition("d", "1", FieldType.F64)));

    private static BankBuilder filled() {
        var builder = BankBuilder.of(LAYOUT, SCHEME, 3, 8).header(Header.of(5, Map.of()));
        builder.ints("i")[1] = 7;
        builder.floats("f")[2 * 1 + 1] = 1.5f;
        builder.longs("l")[0] = 1L << 40;
        builder.doubles("d")[1] = 0.1;
        builder.flags()[0] = 4;
        return builder;
    }

    @Test
    void freezesWhatWasWritten() {
        Bank bank = filled().freeze(Journal.EMPTY);
        assertThat(bank.ids().toIntArray()).containsExactly(3, 8);
        assertThat(bank.flags().toIntArray()).containsExactly(4, 0);
        assertThat(bank.column("i").toIntArray()).containsExactly(0, 7);
        assertThat(bank.column("f").toFloatArray()).containsExactly(0, 0, 0, 1.5f);
        assertThat(bank.column("l").longAt(0)).isEqualTo(1L << 40);
        assertThat(bank.column("d").doubleAt(1)).isEqualTo(0.1);
        assertThat(bank.header().pulses()).isEqualTo(5);
    }

    @Test
    void aFrozenBankDoesNotChangeWithItsBuilder() {
        var builder = filled();
        Bank frozen = builder.freeze(Journal.EMPTY);
        Bank same = filled().freeze(Journal.EMPTY);
        builder.ints("i")[0] = 1;
        builder.floats("f")[0] = 1;
        builder.longs("l")[0] = 1;
        builder.doubles("d")[0] = 1;
        builder.flags()[0] = 1;
        builder.header(Header.EMPTY);
        assertThat(frozen.differences(same)).isEmpty();
        assertThat(builder.freeze(Journal.EMPTY).differences(frozen))
                .containsExactly("header", "flag", "i", "f", "l", "d");
    }

    @Test
    void laterChangesOfTheIdsDoNotReachTheBuilder() {
        int[] ids = {3, 8};
        var builder = BankBuilder.of(Layouts.STATUS, SCHEME, ids);
        ids[0] = 9;
        assertThat(builder.id(0)).isEqualTo(3);
    }

    @Test
    void beginsWithTheContentOfABankAndLeavesItAlone() {
        Bank bank = filled().freeze(Journal.EMPTY);
        var builder = BankBuilder.of(bank);
        assertThat(builder.freeze(Journal.EMPTY).differences(bank)).isEmpty();
        builder.floats("f")[0] = 9;
        assertThat(bank.column("f").floatAt(0)).isZero();
    }

    @Test
    void anExampleIsCopiedToEveryChannelButItsIdAndFlag() {
        var one = BankBuilder.of(LAYOUT, SCHEME, 99).header(Header.of(5, Map.of()));
        one.ints("i")[0] = 4;
        one.floats("f")[1] = Float.NaN;
        one.doubles("d")[0] = -0.0;
        one.flags()[0] = 3;
        var map = UniformMap.of(List.of("module", "tube"), 3, 5);
        Bank full = BankBuilder.of(one.freeze(Journal.EMPTY), map.ids()).freeze(Journal.EMPTY);
        assertThat(full.ids().toIntArray()).isEqualTo(map.ids());
        assertThat(full.flags().toIntArray()).containsOnly(0);
        assertThat(full.column("i").toIntArray()).containsOnly(4);
        assertThat(full.column("d").toDoubleArray()).containsOnly(-0.0);
        assertThat(full.column("f").floatAt(2 * 14 + 1)).isNaN();
        assertThat(full.column("f").floatAt(2 * 14)).isZero();
        assertThat(full.header().pulses()).isEqualTo(5);
    }

    @Test
    void anExampleIsOneChannel() {
        assertThatThrownBy(() -> BankBuilder.of(filled().freeze(Journal.EMPTY), 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an example is one channel, got a bank of 2");
    }

    @Test
    void unitsMayChangeAndNothingElse() {
        var builder = BankBuilder.of(Layouts.ms("ADC"), SCHEME, 1);
        assertThat(builder.layout(Layouts.ms("V")).freeze(Journal.EMPTY).layout())
                .isEqualTo(Layouts.ms("V"));
        assertThatThrownBy(() -> builder.layout(Layouts.msn("V")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("msn/1 has other fields than ms/1");
    }

    @Test
    void setsAValueOfAnyTypeWholeNumbersRounded() {
        var builder = BankBuilder.of(LAYOUT, SCHEME, 1);
        for (int field = 0; field < 4; field++) builder.set(field, 0, 2.6);
        assertThat(builder.ints("i")[0]).isEqualTo(3);
        assertThat(builder.floats("f")[0]).isEqualTo(2.6f);
        assertThat(builder.longs("l")[0]).isEqualTo(3);
        assertThat(builder.doubles("d")[0]).isEqualTo(2.6);
    }

    @Test
    void aFieldOfAnotherTypeIsRefusedByName() {
        assertThatThrownBy(() -> filled().ints("f"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field f holds F32, not int[]");
    }

    @Test
    void unsortedIdsAreRefusedAtTheEnd() {
        var builder = BankBuilder.of(Layouts.STATUS, SCHEME, 8, 3);
        assertThatThrownBy(() -> builder.freeze(Journal.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strictly increasing");
    }
}
