package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        var table = new TextTable(left("Name"), right("N"), left("Note"));
        table.row("a", 1000, "");
        table.row("longer", 2, "x");

        assertThat(table.lines())
                .containsExactly("Name       N  Note", "a       1000", "longer     2  x");
    }

    @Test
    void columnsBeyondATerminalFollowBelowWithTheFirstRepeated() {
        var table = new TextTable(left("Id"), left("A"), left("B"));
        table.row("7", "a".repeat(60), "b".repeat(60));

        assertThat(table.lines())
                .containsExactly(
                        "Id  A", "7   " + "a".repeat(60), "", "Id  B", "7   " + "b".repeat(60));
    }

    @Test
    void refusesARowThatDoesNotFitTheHeadings() {
        assertThatThrownBy(() -> new TextTable(left("A")).row("a", "b"))
                .hasMessage("1 columns, got 2 cells");
    }
}
