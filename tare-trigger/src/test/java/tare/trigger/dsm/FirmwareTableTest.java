package tare.trigger.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;

class FirmwareTableTest {
    private static final AlgorithmCatalog CATALOG =
            AlgorithmCatalog.of(List.of(Adder.of("old"), Adder.of("new")));

    @Test
    void aRowHoldsFromItsRunUntilTheNext() {
        FirmwareTable table =
                read("BC101-BC103 EM201,old,10\nBC102,new,20\nEM201,none,20\nBC102,old,30\n");

        assertThat(names(table, 10))
                .containsExactly("BC101=old", "BC102=old", "BC103=old", "EM201=old");
        assertThat(names(table, 19)).isEqualTo(names(table, 10));
        assertThat(names(table, 20)).containsExactly("BC101=old", "BC102=new", "BC103=old");
        assertThat(names(table, 30)).containsExactly("BC101=old", "BC102=old", "BC103=old");
        assertThat(table.changes()).extracting(RunNumber::value).containsExactly(10L, 20L, 30L);
    }

    @Test
    void aRunBeforeTheFirstRowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("BC101,old,10\n").at(new RunNumber(9)))
                .withMessage("no board has firmware in run 9; the table begins with run 10");
    }

    @Test
    void allWrongLinesAreListed() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> read("BC101,odd,10\nBC1 x,old,1\nBC3-BC1,old,1\nBC1-EE2,old,1\n"))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .containsExactly(
                                                "line 2: no algorithm is called 'odd', only [new, old]",
                                                "line 3: 'x' is neither a board nor a range such as BC101-BC106",
                                                "line 4: range BC3-BC1 runs backwards",
                                                "line 5: 'BC1-EE2' is neither a board nor a range such as BC101-BC106"));
    }

    @Test
    void twoRowsOfOneBoardAndRunAreRefused() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> read("BC101-BC106,old,10\nBC103,new,10\n"))
                .withMessageContaining("BC103 has two rows from run 10");
    }

    @Test
    void twoAlgorithmsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlgorithmCatalog.of(List.of(Adder.of("a"), Adder.of("a"))));
    }

    private static FirmwareTable read(String rows) {
        return FirmwareTable.read(
                new StringReader("boards,algorithm,first_run\n" + rows), "firmware.csv", CATALOG);
    }

    private static List<String> names(FirmwareTable table, long run) {
        return table.at(new RunNumber(run)).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().sheet().name())
                .toList();
    }
}
