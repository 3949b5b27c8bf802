package tare.trigger.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;

/// Three adders: A1 and A2 add bytes from outside, B1 adds the lower bytes of theirs.
class DsmTreeTest {
    private static final RunNumber RUN = new RunNumber(100);
    private static final String WIRES =
            """
            # B1 first, to show that the order of rows does not matter
            board,channel,source,bits,first_run
            B1,0,A1,0-7,1
            B1,1,A2,0-7,1
            A1,0,byte:0,0-7,1
            A1,1,byte:1,0-7,1
            A2,0,byte:2,0-7,1
            A2,1,byte:3,0-7,1
            END,0,B1,0-8,1
            """;

    @Test
    void boardsWorkAfterThoseThatFeedThem() {
        DsmTree tree = tables(WIRES).at(RUN);
        assertThat(tree.boards()).containsExactly("A1", "A2", "B1");

        TreeWords words = tree.words(2);
        words.setEvents(2);
        for (int c = 0; c < 4; c++) words.inputs("byte")[c] = new int[] {c + 1, 200};
        tree.run(words, Map.of("B1", Registers.of(3)));

        // 200 + 200 = 0x190, of which the link brings 0x90.
        assertThat(words.board("A1").output()).containsExactly(3, 400);
        assertThat(words.board("B1").output()).containsExactly(10, 0x90 + 0x90);
        assertThat(words.board("B1").information()[0]).containsExactly(7, 0x120 - 3);
        assertThat(words.decision()).containsExactly(10, 0x120);
    }

    @Test
    void anOpenChannelReadsZero() {
        TreeTables tables = tables(WIRES.replace("A2,1,byte:3,0-7,1", "A2,1,open,,1"), 3);
        DsmTree tree = tables.at(RUN);
        TreeWords words = tree.words(1);
        words.setEvents(1);
        for (int[] lane : words.inputs("byte")) lane[0] = 10;
        tree.run(words, Map.of());
        assertThat(words.decision()[0]).isEqualTo(30);
    }

    @Test
    void aRowHoldsUntilTheNextOfItsChannel() {
        TreeTables tables =
                tables(WIRES + "A1,0,byte:1,0-7,50\nA1,1,byte:0,0-7,50\nA1,0,byte:0,0-7,60\n");
        assertThat(tables.problems(new RunNumber(49))).isEmpty();
        assertThat(tables.wiring().at(new RunNumber(50)).getFirst().source())
                .isEqualTo(Source.of("byte:1", "0-7"));
        assertThat(tables.problems(RUN)).hasSize(2).anyMatch(p -> p.contains("used twice"));
        assertThat(tables.changes()).extracting(RunNumber::value).containsExactly(1L, 50L, 60L);
    }

    @Test
    void everyKindOfWrongWireIsNamed() {
        assertProblem("B1,1,A2,0-7,1\n", "", "B1 channel 1 has no source");
        assertProblem(
                "B1,1,A2,0-7", "B1,1,A9,0-7", "B1 channel 1 <- A9 bits 0-7, which is not in use");
        assertProblem("B1,1,A2,0-7", "B1,2,A2,0-7", "the board has channels 0 to 1");
        assertProblem("B1,1,A2,0-7", "B1,1,A2,2-9", "there are only 9 bits");
        assertProblem("B1,1,A2,0-7", "B1,1,A2,0-8", "the algorithm reads only 8 bits");
        assertProblem("B1,1,A2,0-7", "B1,1,A1,0-7", "nothing reads the word of [A2]");
        assertProblem("A2,1,byte:3", "A2,1,byte:4", "which does not exist");
        assertProblem("A2,1,byte:3", "A2,1,bite:3", "which does not exist");
        assertProblem("A2,1,byte:3", "A2,1,byte:2", "used twice");
        assertProblem("A2,1,byte:3,0-7", "A2,1,open,", "byte has 4 words, wired are 3");
        assertProblem("END,0,B1,0-8,1\n", "", "END channel 0 has no source");
        assertProblem("A2,1,byte:3", "A2,1,B1", "wait for each other: [A2, B1]", 3);
    }

    private static void assertProblem(String right, String wrong, String problem) {
        assertProblem(right, wrong, problem, 4);
    }

    private static void assertProblem(String right, String wrong, String problem, int inputs) {
        assertThat(WIRES).contains(right);
        TreeTables tables = tables(WIRES.replace(right, wrong), inputs);
        assertThat(tables.problems(RUN)).anySatisfy(p -> assertThat(p).contains(problem));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> tables.at(RUN))
                .withMessageContaining("tables of run 100 refused");
    }

    @Test
    void twoSourcesOfOneChannelAreRefused() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> tables(WIRES + "B1,1,A1,0-7,1\n"))
                .withMessageContaining("B1 channel 1 <- A1 bits 0-7 and B1 channel 1 <- A2");
    }

    @Test
    void unreadableRowsAreListedWithTheirLines() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> tables(WIRES + "B1,1,A1,7,2\nB1,x,A1,0-7,2\n"))
                .withMessageContaining("line 10: bits are written as 0-15, got '7' for A1")
                .withMessageContaining(
                        "line 11: column channel is a whole number of up to 9 digits, got 'x'");
    }

    @Test
    void boardsAndWordsThatDoNotExistAreRefused() {
        TreeWords words = tables(WIRES).at(RUN).words(1);
        assertThatIllegalArgumentException().isThrownBy(() -> words.board("C1"));
        assertThatIllegalArgumentException().isThrownBy(() -> words.inputs("bite"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.setEvents(2))
                .withMessageContaining("room for 1 events, got 2");
    }

    private static TreeTables tables(String wires) {
        return tables(wires, 4);
    }

    private static TreeTables tables(String wires, int inputs) {
        FirmwareTable firmware =
                FirmwareTable.read(
                        new StringReader("boards,algorithm,first_run\nA1-A2 B1,adder,1\n"),
                        "firmware.csv",
                        AlgorithmCatalog.of(List.of(Adder.of("adder"))));
        WiringTable wiring = WiringTable.read(new StringReader(wires), "wiring.csv");
        return new TreeTables(firmware, wiring, List.of(new InputGroup("byte", inputs, 8)), "END");
    }
}
