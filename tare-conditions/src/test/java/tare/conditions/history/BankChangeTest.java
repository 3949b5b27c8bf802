package tare.conditions.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.channel.Quality;
import tare.core.journal.Journal;

class BankChangeTest {
    private static final FieldDefinition PEDESTAL =
            new FieldDefinition("pedestal", "ADC", FieldType.F64);
    private static final int GOOD = 0;
    private static final int BAD = Quality.BAD.bits();

    @Test
    void comparesChannelsByIdAndCountsWhatOnlyOneBankHas() {
        Bank before = bank(new int[] {1, 2, 4}, new int[] {0, 0, 0}, 10, 20, 40);
        Bank after = bank(new int[] {2, 3, 4}, new int[] {0, 0, 0}, 20, 30, 37);
        BankChange change = BankChange.of(before, after);
        assertThat(change.onlyBefore()).isEqualTo(1);
        assertThat(change.onlyAfter()).isEqualTo(1);
        FieldChange pedestal = change.fields().getFirst();
        assertThat(pedestal.channels()).isEqualTo(2);
        assertThat(pedestal.changed()).isEqualTo(1);
        assertThat(pedestal.mean()).isEqualTo(-1.5);
        assertThat(pedestal.rms()).isEqualTo(1.5);
        assertThat(pedestal.largest()).isEqualTo(-3);
        assertThat(pedestal.channelId()).isEqualTo(4);
    }

    @Test
    void valuesOfBadChannelsDoNotCountButTheirFlagsDo() {
        Bank before = bank(new int[] {1, 2, 3}, new int[] {GOOD, BAD, GOOD}, 10, 0, 30);
        Bank after = bank(new int[] {1, 2, 3}, new int[] {BAD, GOOD, 1}, 0, 20, 31);
        BankChange change = BankChange.of(before, after);
        assertThat(change.lost()).isEqualTo(1);
        assertThat(change.recovered()).isEqualTo(1);
        assertThat(change.flags()).isEqualTo(3);
        assertThat(change.fields().getFirst().channels()).isEqualTo(1);
        assertThat(change.fields().getFirst().largest()).isEqualTo(1);
    }

    @Test
    void withNothingToCompareThereAreNoFigures() {
        FieldChange change =
                BankChange.of(
                                bank(new int[] {1}, new int[] {0}, Double.NaN),
                                bank(new int[] {1}, new int[] {0}, 3))
                        .fields()
                        .getFirst();
        assertThat(change).isEqualTo(FieldChange.none(PEDESTAL));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesOfPartsAddUpToThatOfTheWhole(long seed) {
        var random = new Random(seed);
        double[] old = random.doubles(100, 0, 50).toArray();
        double[] now = random.doubles(100, 1e6, 1e6 + 50).toArray();
        FieldChange whole = change(old, now);
        FieldChange parts = FieldChange.none(PEDESTAL);
        for (int cut : new int[] {0, 1, 40, 99}) {
            int end = cut == 0 ? 1 : cut == 1 ? 40 : cut == 40 ? 99 : 100;
            parts =
                    parts.plus(
                            change(
                                    Arrays.copyOfRange(old, cut, end),
                                    Arrays.copyOfRange(now, cut, end)));
        }
        assertThat(parts.channels()).isEqualTo(100);
        assertThat(parts.mean()).as("seed %d", seed).isCloseTo(whole.mean(), within(1e-8));
        assertThat(parts.rms()).as("seed %d", seed).isCloseTo(whole.rms(), within(1e-8));
        assertThat(parts.largest()).isEqualTo(whole.largest());
    }

    private static FieldChange change(double[] old, double[] now) {
        int[] ids = new int[old.length];
        Arrays.setAll(ids, i -> i);
        int[] flags = new int[old.length];
        return BankChange.of(bank(ids, flags, old), bank(ids, flags, now)).fields().getFirst();
    }

    private static Bank bank(int[] ids, int[] flags, double... pedestals) {
        return Bank.of(
                new BankLayout("test", 1, List.of(PEDESTAL)),
                FieldScheme.of("test", new BitField("channel", 10)),
                Header.EMPTY,
                Column.of(ids),
                Column.of(flags),
                List.of(Column.of(pedestals)),
                Journal.EMPTY);
    }
}
