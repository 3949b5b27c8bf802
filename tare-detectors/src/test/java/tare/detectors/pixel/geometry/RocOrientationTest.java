package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RocOrientationTest {
    /// Corners of the first and last ROC of each half, from the four formulas of the class
    /// comment.
    @ParameterizedTest
    @CsvSource({
        "P, 0, 0, 0, 159, 0",
        "P, 7, 79, 51, 80, 415",
        "P, 8, 0, 0, 0, 415",
        "P, 15, 79, 51, 79, 0",
        "N, 0, 0, 0, 0, 415",
        "N, 7, 79, 51, 79, 0",
        "N, 8, 0, 0, 159, 0",
        "N, 15, 79, 51, 80, 415"
    })
    void placesTheCornersOfTheModule(
            RocOrientation orientation,
            int position,
            int row,
            int column,
            int moduleRow,
            int moduleColumn) {
        RocPixel inRoc = new RocPixel(position, row, column);
        ModulePixel inModule = new ModulePixel(moduleRow, moduleColumn);
        assertThat(orientation.toModule(inRoc)).isEqualTo(inModule);
        assertThat(orientation.toRoc(inModule)).isEqualTo(inRoc);
    }

    @ParameterizedTest
    @EnumSource
    void isABijectionOverAllPixelsOfAModule(RocOrientation orientation) {
        BitSet seen = new BitSet(ModulePixel.PIXELS);
        for (int k = 0; k < RocPixel.ROCS; k++)
            for (int row = 0; row < RocPixel.ROWS; row++)
                for (int column = 0; column < RocPixel.COLUMNS; column++) {
                    RocPixel pixel = new RocPixel(k, row, column);
                    ModulePixel inModule = orientation.toModule(pixel);
                    assertThat(orientation.toRoc(inModule)).isEqualTo(pixel);
                    seen.set(inModule.row() * ModulePixel.COLUMNS + inModule.column());
                }
        assertThat(seen.cardinality()).isEqualTo(66_560).isEqualTo(ModulePixel.PIXELS);
    }

    @ParameterizedTest
    @EnumSource
    void addressesComeBackFromTheirWordInBothFormats(AddressFormat format) {
        for (int row = 0; row < RocPixel.ROWS; row++)
            for (int column = 0; column < RocPixel.COLUMNS; column++) {
                int word = format.encode(row, column) | 0xFFE0_00FF;
                assertThat(format.isValid(word)).isTrue();
                assertThat(format.row(word)).isEqualTo(row);
                assertThat(format.column(word)).isEqualTo(column);
                assertThat(format.encode(row, column) & ~0x001F_FF00).isZero();
            }
    }

    @ParameterizedTest
    @EnumSource
    void acceptsExactlyThePixelsOfARocAmongAllAddresses(AddressFormat format) {
        int valid = 0;
        for (int address = 0; address < 1 << 13; address++)
            if (format.isValid(address << 8)) {
                valid++;
                assertThat(format.encode(format.row(address << 8), format.column(address << 8)))
                        .isEqualTo(address << 8);
            }
        assertThat(valid).isEqualTo(80 * 52);
    }

    @Test
    void refusesPixelsOutsideRocAndModule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocPixel(16, 0, 0))
                .withMessageContaining("got 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocPixel(0, 80, 0))
                .withMessageContaining("row 80");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModulePixel(0, 416))
                .withMessageContaining("column 416");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressFormat.ROW_COLUMN.encode(0, 52))
                .withMessageContaining("column 52");
    }
}
