package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

class BankDifferencesTest {

    private static final FieldScheme SCHEME = FieldScheme.of("tube", new BitField("tube", 12));
    private static final BankLayout LAYOUT = layout(1, "ADC");
    private static final Bank BANK = bank(LAYOUT, SCHEME, Header.EMPTY, 1, 0, 0f, Double.NaN);

    private static BankLayout layout(int version, String unit) {
        return new BankLayout(
                "pedestal",
                version,
                List.of(
                        new FieldDefinition("mean", unit, FieldType.F32),
                        new FieldDefinition("rms", unit, FieldType.F64)));
    }

    private static Bank bank(
            BankLayout layout,
            FieldScheme scheme,
            Header header,
            int id,
            int flag,
            float mean,
            double rms) {
        return Bank.of(
                layout,
                scheme,
                header,
                Column.of(id),
                Column.of(flag),
                List.of(Column.of(mean), Column.of(rms)),
                Journal.EMPTY);
    }

    @Test
    void equalBanksDifferNowhereNotEvenInNaN() {
        var same = bank(LAYOUT, SCHEME, Header.EMPTY, 1, 0, 0f, Double.NaN);
        assertThat(BANK.differences(same)).isEmpty();
    }

    @Test
    void zeroDiffersFromMinusZero() {
        var other = bank(LAYOUT, SCHEME, Header.EMPTY, 1, 0, -0f, Double.NaN);
        assertThat(BANK.differences(other)).containsExactly("mean");
    }

    @Test
    void oneNaNDiffersFromAnother() {
        double otherNaN = Double.longBitsToDouble(0x7FF8_0000_0000_0001L);
        var other = bank(LAYOUT, SCHEME, Header.EMPTY, 1, 0, 0f, otherNaN);
        assertThat(BANK.differences(other)).containsExactly("rms");
    }

    @Test
    void everyPartIsNamed() {
        var header = Header.of(3, Map.of());
        var scheme = FieldScheme.of("other", new BitField("tube", 12));
        var other = bank(LAYOUT, scheme, header, 2, 1, 1f, 1);
        assertThat(BANK.differences(other))
                .containsExactly("id scheme", "header", "id", "flag", "mean", "rms");
    }

    @Test
    void columnsOfDifferentLayoutsAreNotCompared() {
        assertThat(BANK.differences(bank(layout(2, "ADC"), SCHEME, Header.EMPTY, 1, 0, 5f, 6)))
                .containsExactly("layout");
        assertThat(BANK.differences(bank(layout(1, "e"), SCHEME, Header.EMPTY, 1, 0, 0f, 0)))
                .containsExactly("layout");
    }

    @Test
    void banksOfDifferentSizesDifferInEveryColumn() {
        var empty =
                Bank.of(
                        LAYOUT,
                        SCHEME,
                        Header.EMPTY,
                        Column.of(new int[0]),
                        Column.of(new int[0]),
                        List.of(Column.of(new float[0]), Column.of(new double[0])),
                        Journal.EMPTY);
        assertThat(BANK.differences(empty)).containsExactly("id", "flag", "mean", "rms");
        assertThat(empty.differences(BANK)).containsExactly("id", "flag", "mean", "rms");
    }
}
