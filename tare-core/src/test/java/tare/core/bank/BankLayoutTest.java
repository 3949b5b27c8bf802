package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankLayoutTest {

    private static FieldDefinition field(String name, FieldType type) {
        return new FieldDefinition(name, "1", type);
    }

    @ParameterizedTest
    @CsvSource({"I32,true", "F32,true", "I64,false", "F64,false"})
    void onlyFourByteValuesAreTransportable(FieldType type, boolean transportable) {
        var layout =
                new BankLayout("status", 1, List.of(field("a", FieldType.I32), field("b", type)));
        assertThat(layout.isTransportable()).isEqualTo(transportable);
    }

    @Test
    void aLayoutMayHaveNoFields() {
        assertThat(new BankLayout("status", 1, List.of()).isTransportable()).isTrue();
    }

    @Test
    void findsAFieldByName() {
        var layout =
                new BankLayout(
                        "ms", 2, List.of(field("mean", FieldType.F32), field("n", FieldType.I32)));
        assertThat(layout.index("n")).isEqualTo(1);
        assertThat(layout).hasToString("ms/2");
        assertThatThrownBy(() -> layout.index("N"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout ms/2 has no field 'N'");
    }

    @Test
    void aFieldNamedTwiceIsRefused() {
        var twice = List.of(field("a", FieldType.F32), field("a", FieldType.I32));
        assertThatThrownBy(() -> new BankLayout("ms", 1, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout ms names a field twice");
    }

    @Test
    void aLayoutHasANameAndAVersion() {
        assertThatThrownBy(() -> new BankLayout("", 1, List.of()))
                .hasMessage("a layout needs a name");
        assertThatThrownBy(() -> new BankLayout("ms", 0, List.of()))
                .hasMessage("layout version must be > 0, got 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mean", "2nd", "a-b", "a b", "_a", "gäin"})
    void aFieldNameIsLowerCaseWords(String name) {
        assertThatThrownBy(() -> field(name, FieldType.F32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got '" + name + "'");
    }

    @Test
    void aFieldNeedsAUnit() {
        assertThatThrownBy(() -> new FieldDefinition("mean", " ", FieldType.F32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field mean needs a unit; '1' for a number");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_537})
    void anArrayHasOneToManyValues(int length) {
        assertThatThrownBy(() -> new FieldDefinition("x", "1", FieldType.F32, length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field x must have 1 to 65536 values, got " + length);
    }

    @Test
    void namesTheValuesOfAnArrayByTheirPosition() {
        assertThat(field("mean", FieldType.F32).name(0)).isEqualTo("mean");
        assertThat(new FieldDefinition("x", "1", FieldType.F64, 3).name(2)).isEqualTo("x_2");
        assertThat(new FieldDefinition("x", "1", FieldType.F64, 3).bytes()).isEqualTo(24);
    }

    @Test
    void aFieldThatLooksLikeAValueOfAnArrayIsRefused() {
        var fields =
                List.of(
                        new FieldDefinition("x", "1", FieldType.F32, 2),
                        field("x_7", FieldType.F32));
        assertThatThrownBy(() -> new BankLayout("odd", 1, fields))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layout odd: field x_7 looks like a value of the array x");
    }

    @Test
    void allGenericLayoutsButTheWeightedHistogramAreTransportable() {
        assertThat(
                        List.of(
                                Layouts.STATUS,
                                Layouts.EFF,
                                Layouts.ms("ADC"),
                                Layouts.msn("ns"),
                                Layouts.line("DAC", "ADC"),
                                Layouts.gaus("ADC"),
                                Layouts.hist(50),
                                Layouts.scat(10, "DAC", "ADC")))
                .allMatch(BankLayout::isTransportable);
        assertThat(Layouts.weightedHist(50).isTransportable()).isFalse();
    }

    @Test
    void aHistogramHasRoomForUnderflowAndOverflow() {
        assertThat(Layouts.hist(50).fields().getFirst().length()).isEqualTo(52);
        assertThat(Layouts.weightedHist(50).fields())
                .extracting(FieldDefinition::length)
                .containsExactly(52, 52);
    }
}
