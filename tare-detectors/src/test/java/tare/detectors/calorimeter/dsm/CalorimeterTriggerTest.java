package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.time.RunNumber;
import tare.trigger.dsm.DsmTree;
import tare.trigger.dsm.TreeTables;
import tare.trigger.dsm.TreeWords;

/// The tables of the calorimeters' trigger.
class CalorimeterTriggerTest {
    private static final TreeTables TABLES = CalorimeterTrigger.tables();

    static Stream<RunNumber> changes() {
        return TABLES.changes().stream();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void firmwareAndWiringFitTogetherFromEveryChangeOn(RunNumber run) {
        assertThat(TABLES.problems(run)).isEmpty();
    }

    @Test
    void somethingChangesInTheseRuns() {
        assertThat(TABLES.changes())
                .extracting(RunNumber::value)
                .containsExactly(
                        10000000L, 11000000L, 12000000L, 14081067L, 14084042L, 15000000L, 16000000L,
                        17000000L, 18000000L, 19000000L);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # run,    BW001,                 BE003,                        BC101,             EE002,                 EE101,                EM201
                    10100001, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2009,    endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2009
                    13100001, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2009,    endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2009
                    14081066, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2009,    endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2009
                    14081067, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2013,    endcap-l0-split/2009,  endcap-l1-ee101/2013, l2/2013_a
                    14084041, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2013,    endcap-l0-split/2009,  endcap-l1-ee101/2013, l2/2013_a
                    14084042, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2013,    endcap-l0-split/2009,  endcap-l1-ee101/2013, l2/2013
                    15070001, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2009,    endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2009
                    16070001, barrel-l0-west/2015,   barrel-l0-east-split/2015,    barrel-l1/2015,    endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2015
                    17070001, barrel-l0/2014_b,      barrel-l0-split/2014_b,       barrel-l1/2014_b,  endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2014_b
                    18070001, barrel-l0-west/2015,   barrel-l0-east-split/2015,    barrel-l1/2015,    endcap-l0-split/2017,  endcap-l1-ee101/2017, l2/2017
                    19070001, barrel-l0-west/2009,   barrel-l0-east-split/2009,    barrel-l1/2009,    endcap-l0-split/2009,  endcap-l1-ee101/2009, l2/2009
                    """)
    void everyRunHasItsFirmware(
            long run, String bw1, String be3, String bc1, String ee2, String ee101, String em) {
        DsmTree tree = TABLES.at(new RunNumber(run));
        assertThat(Stream.of("BW001", "BE003", "BC101", "EE002", "EE101", "EM201"))
                .extracting(board -> tree.algorithm(board).sheet().name())
                .containsExactly(bw1, be3, bc1, ee2, ee101, em);
    }

    @Test
    void everyAlgorithmIsUsedBySomeBoard() {
        Set<String> used = new HashSet<>();
        for (RunNumber run : TABLES.changes()) {
            TABLES.firmware().at(run).values().forEach(a -> used.add(a.sheet().name()));
        }
        assertThat(CalorimeterTrigger.algorithms().algorithms())
                .allMatch(algorithm -> used.contains(algorithm.sheet().name()));
    }

    @Test
    void theLastBoardIsIn2009Only() {
        assertThat(TABLES.at(new RunNumber(10100001)).boards()).hasSize(49).endsWith("LD301");
        assertThat(TABLES.at(new RunNumber(12100001)).boards()).hasSize(48).endsWith("EM201");
    }

    @Test
    void theDecisionOf2010IsRefusedNotGuessed() {
        DsmTree tree = TABLES.at(new RunNumber(11100001));
        TreeWords words = tree.words(1);
        tree.run(words, Map.of());

        assertThat(tree.decision()).isEmpty();
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(words::decision)
                .withMessageContaining("not known");
    }

    @Test
    void runsBeforeTheTablesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLES.at(new RunNumber(9_100_001)))
                .withMessageContaining("begins with run 10000000");
    }

    @Test
    void halvesOfTheSplitBoardsAreExchangedIn2016() {
        List<String> before = sources(16100001);
        List<String> exchanged = sources(17100001);
        assertThat(before).contains("BE003 bits 0-15").isEqualTo(sources(18100001));
        assertThat(exchanged).contains("BE003 bits 16-31").doesNotContain("BE003 bits 0-15");
    }

    private static List<String> sources(long run) {
        return TABLES.wiring().at(new RunNumber(run)).stream()
                .filter(wire -> wire.board().equals("BC101"))
                .map(wire -> wire.source().toString())
                .toList();
    }
}
