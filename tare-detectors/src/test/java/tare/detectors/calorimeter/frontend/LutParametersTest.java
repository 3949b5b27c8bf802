package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.detectors.calorimeter.table.TableRow;

class LutParametersTest {
    @Test
    void agreesWithTheReference() {
        var rows = Vectors.rows("lut.csv");
        assertThat(rows).hasSize(2773);
        for (TableRow row : rows)
            assertThat(
                            parameters(row)
                                    .apply(
                                            row.whole("sum"),
                                            row.whole("num_masked"),
                                            row.whole("pedestal_shift")))
                    .as("%s", row.wrong("lut"))
                    .isEqualTo(row.whole("lut"));
    }

    private static LutParameters parameters(TableRow row) {
        return new LutParameters(
                row.whole("formula"),
                Vectors.single(row, "scale"),
                Vectors.single(row, "lut_ped"),
                Vectors.single(row, "sigma"),
                Vectors.single(row, "powerup"));
    }

    @Test
    void sixteenTowersAtPedestalGiveOneHoweverManyAreMasked() {
        var typical = new LutParameters(2, 1, 0, 0, 1);
        for (int masked = 0; masked < 16; masked++)
            assertThat(typical.apply(16 - masked, masked, 24)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 2", "4, 2", "5, 3"})
    void roundsHalvesAwayFromZero(int sum, int result) {
        assertThat(new LutParameters(0, 2, 0, 0, 0).apply(sum, 0, 24)).isEqualTo(result);
    }

    @Test
    void theWorkedOutTableIsTheFormulaForEverySumOfSixteenTowers() {
        var parameters = new LutParameters(1, 3, 2.5f, 4, 1);
        SumTable table = new SumTable.Shelf().of(parameters, 5, 24);
        for (int sum = 16 * -4; sum <= 16 * 259; sum++)
            assertThat(table.apply(sum)).isEqualTo(parameters.apply(sum, 5, 24));
    }

    @Test
    void equalSettingsShareATable() {
        var shelf = new SumTable.Shelf();
        var parameters = new LutParameters(2, 1, 0, 0, 1);
        assertThat(shelf.of(parameters, 1, 24))
                .isSameAs(shelf.of(new LutParameters(2, 1, 0, 0, 1), 1, 24))
                .isNotSameAs(shelf.of(parameters, 2, 24));
    }
}
