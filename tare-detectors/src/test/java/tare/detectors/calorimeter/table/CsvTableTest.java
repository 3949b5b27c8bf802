package tare.detectors.calorimeter.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.time.RunNumber;

class CsvTableTest {
    private enum Colour {
        RED,
        DARK_BLUE
    }

    private static TableRow row(String values) throws IOException {
        String text = "# origin: here\nfirst_run,last_run,n,x,list,colour\n" + values + "\n";
        return CsvTable.read(new StringReader(text), "table.csv").getFirst();
    }

    @Test
    void fieldsAreFoundByTheirColumn() throws IOException {
        TableRow row = row("10,20,-3,2.5,1 18,dark_blue");
        assertThat(row.whole("n")).isEqualTo(-3);
        assertThat(row.number("x")).isEqualTo(2.5);
        assertThat(row.wholes("list")).containsExactly(1, 18);
        assertThat(row.oneOf(Colour.class, "colour")).isEqualTo(Colour.DARK_BLUE);
    }

    @Test
    void runsAreInclusiveAndMayBeOpen() throws IOException {
        RunRange closed = row("10,20,,,,").runs("last_run");
        assertThat(closed.contains(new RunNumber(9))).isFalse();
        assertThat(closed.contains(new RunNumber(10))).isTrue();
        assertThat(closed.contains(new RunNumber(20))).isTrue();
        assertThat(closed.contains(new RunNumber(21))).isFalse();
        RunRange open = row("10,,,,,").runs("last_run");
        assertThat(open.contains(new RunNumber(4_000_000_000L))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n      | n must be a whole number, got 'three'",
                "x      | x must be a number, got ''",
                "list   | list must be whole numbers, got '1,'",
                "colour | colour is one of red, dark_blue; got 'green'",
                "width  | there is no column 'width'"
            })
    void aBadFieldIsNamedWithFileAndLine(String column, String complaint) throws IOException {
        TableRow row = row("20,10,three,,\"1,\",green");
        assertThatThrownBy(() -> read(row, column))
                .isInstanceOf(TableException.class)
                .hasMessage("table.csv, line 3: " + complaint);
    }

    private static Object read(TableRow row, String column) {
        return switch (column) {
            case "n" -> row.whole(column);
            case "x" -> row.number(column);
            case "list" -> row.wholes(column);
            case "colour" -> row.oneOf(Colour.class, column);
            default -> row.text(column);
        };
    }

    @Test
    void aValueThatRefusesItsFieldsIsABadRow() throws IOException {
        TableRow row = row("20,10,,,,");
        assertThatThrownBy(() -> row.as(r -> r.runs("last_run")))
                .isInstanceOf(TableException.class)
                .hasMessage("table.csv, line 3: no runs lie between 20 and 10");
    }

    @Test
    void aMissingTableIsSaidToBeMissing() {
        assertThatThrownBy(() -> CsvTable.beside(CsvTableTest.class, "nowhere.csv"))
                .hasMessage("nowhere.csv is missing from the program");
    }
}
