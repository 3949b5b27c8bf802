package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void keepsTypedExtraValues() {
        Map<String, Scalar> extra =
                Map.of("delay", Scalar.of(13), "hv", Scalar.of(1.5), "run", Scalar.of("cosmics"));
        var header = Header.of(400, extra);
        assertThat(header.pulses()).isEqualTo(400);
        assertThat(header.flag()).isZero();
        assertThat(header.extra())
                .containsExactly(
                        Map.entry("delay", new Scalar.Whole(13)),
                        Map.entry("hv", new Scalar.Real(1.5)),
                        Map.entry("run", new Scalar.Text("cosmics")));
    }

    @Test
    void aWholeNumberIsNotAReal() {
        assertThat(Scalar.of(1)).isNotEqualTo(Scalar.of(1.0));
        assertThat(Scalar.of(Double.NaN)).isEqualTo(Scalar.of(Double.NaN));
        assertThat(Scalar.of(0.0)).isNotEqualTo(Scalar.of(-0.0));
    }

    @Test
    void extraValuesStandInTheOrderOfTheirNamesHoweverGiven() {
        var backwards = new TreeMap<String, Scalar>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", Scalar.of(1), "b", Scalar.of(2), "c", Scalar.of(3)));
        assertThat(new Header(0, 0, backwards).extra().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void namesAreTakenLetterByLetter() {
        var caseless = new TreeMap<String, Scalar>(String.CASE_INSENSITIVE_ORDER);
        caseless.put("HV", Scalar.of(1));
        assertThat(new Header(0, 0, caseless).extra()).doesNotContainKey("hv");
    }

    @Test
    void extraValuesCannotBeChangedLater() {
        var extra = new TreeMap<>(Map.of("a", Scalar.of(1)));
        var header = new Header(0, 0, extra);
        extra.put("b", Scalar.of(2));
        assertThat(header.extra()).hasSize(1);
        assertThatThrownBy(() -> header.extra().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void negativePulsesAndBit31AreRefused() {
        assertThatThrownBy(() -> Header.of(-1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pulses must be >= 0, got -1");
        assertThatThrownBy(() -> new Header(0, 0x8000_0000, new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bit 31 of a header flag must be 0, got 0x80000000");
    }
}
