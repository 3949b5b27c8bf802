package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.detectors.calorimeter.table.TableRow;

class FeePedestalTest {
    @Test
    void agreesWithTheReference() {
        var rows = Vectors.rows("fee.csv");
        assertThat(rows).hasSize(3332);
        for (TableRow row : rows) {
            var pedestal =
                    FeePedestal.of(
                            Vectors.single(row, "pedestal"),
                            row.whole("pedestal_shift"),
                            PedestalRounding.HALF_TO_EVEN);
            int adc10 = (row.whole("adc") >> 2) + pedestal.offset();
            var conversion = new BitConversion(row.whole("bit_conversion"));

            assertThat(pedestal.bits())
                    .as("%s", row.wrong("fee_ped"))
                    .isEqualTo(row.whole("fee_ped"));
            assertThat(conversion.highTower(adc10))
                    .as("%s", row.wrong("ht"))
                    .isEqualTo(row.whole("ht"));
            assertThat(adc10 >> 2).as("%s", row.wrong("pa")).isEqualTo(row.whole("pa"));
        }
    }

    @ParameterizedTest
    @CsvSource({"26, 0", "30, 2", "34, 2", "38, 4"})
    void roundsHalfwayValuesToEven(float pedestal, int steps) {
        assertThat(FeePedestal.of(pedestal, 24, PedestalRounding.HALF_TO_EVEN))
                .isEqualTo(new FeePedestal(steps, true));
    }

    @Test
    void isSubtractedWhereThePedestalIsTheShift() {
        assertThat(FeePedestal.of(24, 24, PedestalRounding.DOWN).bits()).isEqualTo(0b10000);
        assertThat(FeePedestal.of(23.9f, 24, PedestalRounding.DOWN).bits()).isZero();
    }

    @Test
    void foldsLargeValuesAsTheReference() {
        assertThat(stepsFrom16(PedestalRounding.HALF_TO_EVEN))
                .containsExactly(12, 9, 10, 11, 12, 13, 10, 11, 12, 9, 10, 11, 12, 13, 10, 11);
    }

    @Test
    void foldsLargeValuesAsTheElectronicsIfAsked() {
        assertThat(stepsFrom16(PedestalRounding.DOWN))
                .containsExactly(12, 13, 14, 11, 12, 13, 14, 11, 12, 13, 14, 11, 12, 13, 14, 11);
    }

    private static int[] stepsFrom16(PedestalRounding rounding) {
        return IntStream.range(16, 32)
                .map(steps -> FeePedestal.of(24 + 4 * steps, 24, rounding).steps())
                .toArray();
    }

    @Test
    void fiveBitsGiveThePedestalBack() {
        for (int bits = 0; bits < 32; bits++)
            assertThat(FeePedestal.ofBits(bits).bits()).isEqualTo(bits);
        assertThat(FeePedestal.ofBits(0b10011).offset()).isEqualTo(-3);
        assertThat(FeePedestal.ofBits(0b00011).offset()).isEqualTo(3);
        assertThatThrownBy(() -> FeePedestal.ofBits(32))
                .hasMessageContaining("five bits, got 0x20");
    }

    @Test
    void aPedestalThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> FeePedestal.of(Float.NaN, 24, PedestalRounding.DOWN))
                .hasMessage("a pedestal must be a number, got NaN");
    }

    @ParameterizedTest
    @CsvSource({"1, 63, 31", "1, 64, 32", "2, 127, 31", "2, 128, 32", "3, 256, 32", "3, 1024, 0"})
    void bitConversionsKeepFiveBitsAndAMarkOfMore(int mode, int adc10, int highTower) {
        assertThat(new BitConversion(mode).highTower(adc10)).isEqualTo(highTower);
    }

    @Test
    void aFourthBitConversionIsRefused() {
        assertThatThrownBy(() -> new BitConversion(4))
                .hasMessage("a bit conversion is 0, 1, 2 or 3, got 4");
    }
}
