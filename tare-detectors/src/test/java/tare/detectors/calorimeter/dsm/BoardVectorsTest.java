package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.trigger.dsm.RegisterDefinition;
import tare.trigger.dsm.Registers;

/// Every algorithm against the reference, and the reference against small changes of every
/// register.
class BoardVectorsTest {

    /// Registers that rows set and the firmware does not look at.
    private static final Map<String, Set<Integer>> NOT_LOOKED_AT =
            Map.of(
                    "LD301 firmware 2009", Set.of(4, 5),
                    "BC101 firmware 2013", Set.of(3),
                    "BE003 firmware 2014_b", Set.of(6),
                    "BW003 firmware 2014_b", Set.of(6));

    static Stream<BoardVectors> boards() {
        return BoardVectors.all();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void givesTheReferencesWordsInEveryRow(BoardVectors board) {
        assertThat(board.rows()).hasSizeGreaterThan(400);
        var softly = new SoftAssertions();
        for (NamedCsvRecord row : board.rows()) {
            softly.assertThat(board.computed(row, board.registers(row)))
                    .as("%s line %d", board, row.getStartingLineNumber())
                    .isEqualTo(board.expected(row));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void aRegisterThatIsOneLessWouldBeNoticed(BoardVectors board) {
        assertThat(board.algorithm().sheet().registers())
                .allSatisfy(
                        register ->
                                assertThat(rowsThatFeel(board, register.number()))
                                        .as("%s, rows that feel %s - 1", board, register)
                                        .isPositive());
    }

    @ParameterizedTest
    @MethodSource("boards")
    void registersThatNobodyLooksAtAreNotFelt(BoardVectors board) {
        for (int register : NOT_LOOKED_AT.getOrDefault(board.toString(), Set.of())) {
            assertThat(rowsThatFeel(board, register)).as("%s R%d", board, register).isZero();
        }
    }

    private static long rowsThatFeel(BoardVectors board, int register) {
        return board.rows().stream()
                .filter(
                        row -> {
                            Registers registers = board.registers(row);
                            Registers lowered =
                                    registers.with(register, registers.get(register) - 1);
                            return !board.computed(row, lowered).equals(board.expected(row));
                        })
                .count();
    }

    @Test
    void everyAlgorithmHasReferenceRows() {
        Set<String> tested =
                BoardVectors.all()
                        .map(board -> board.algorithm().sheet().name())
                        .collect(Collectors.toSet());
        assertThat(CalorimeterTrigger.algorithms().algorithms())
                .extracting(algorithm -> algorithm.sheet().name())
                .allMatch(tested::contains);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyRegisterThatARowSetsIsInTheSheet(BoardVectors board) {
        Set<Integer> known =
                board.algorithm().sheet().registers().stream()
                        .map(RegisterDefinition::number)
                        .collect(Collectors.toCollection(HashSet::new));
        known.addAll(NOT_LOOKED_AT.getOrDefault(board.toString(), Set.of()));
        for (NamedCsvRecord row : board.rows()) {
            Registers registers = board.registers(row);
            for (int r = 0; r < Registers.COUNT; r++) {
                if (registers.get(r) != 0) assertThat(known).as("%s R%d", board, r).contains(r);
            }
        }
    }
}
