package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.time.RunNumber;
import tare.trigger.dsm.DsmTree;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Source;
import tare.trigger.dsm.TreeTables;
import tare.trigger.dsm.TreeWords;
import tare.trigger.dsm.Wire;

/// A wrong wire, anywhere in the wiring, would be noticed.
///
/// Between boards by the reference events of its period. Into the first boards by the numbers of
/// the patches, as no word tells patches of one group of one board apart: their sum and their
/// highest tower stay when they change places.
class WiringMutationTest {
    private static final TreeTables TABLES = CalorimeterTrigger.tables();
    private static final Comparator<Wire> IN_ORDER =
            Comparator.comparingInt(WiringMutationTest::layer)
                    .thenComparing(Wire::board)
                    .thenComparingInt(Wire::channel);

    /// The events of one period; a wiring mistake need only show in one of them.
    record Period(String tag, List<List<TreeEvent>> sets) {
        RunNumber run() {
            return sets.getFirst().getFirst().run();
        }

        @Override
        public String toString() {
            return tag;
        }
    }

    static Stream<Period> periods() {
        Map<String, List<List<TreeEvent>>> byTag = new LinkedHashMap<>();
        TreeEvent.byTables()
                .values()
                .forEach(
                        set ->
                                byTag.computeIfAbsent(set.getFirst().tag(), _ -> new ArrayList<>())
                                        .add(set));
        return byTag.entrySet().stream().map(e -> new Period(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @MethodSource("periods")
    void aMissingWireIsNoticed(Period period) {
        assertThat(betweenBoards(period))
                .filteredOn(wire -> !notices(period, changed(period, opened(wire))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("periods")
    void anExchangeOfTwoWiresIsNoticed(Period period) {
        List<Wire> wires = betweenBoards(period);
        var unnoticed = new ArrayList<String>();
        for (Wire one : wires) {
            for (Wire other : wires) {
                if (layer(one) != layer(other) || IN_ORDER.compare(one, other) >= 0) continue;
                if (!notices(period, changed(period, exchanged(one, other))))
                    unnoticed.add(one + " with " + other);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void everyPatchIsInItsPlace() {
        for (Period period : periods().toList()) {
            assertThat(wires(period))
                    .filteredOn(wire -> layer(wire) == 0)
                    .allSatisfy(
                            wire ->
                                    assertThat(wire.source())
                                            .isEqualTo(patch(wire.board(), wire.channel())));
        }
    }

    /// BW001 to BW015 have barrel patches 0-149, BE001 to BE015 150-299, EE001 to EE009 the
    /// endcap's 0-89, ten each, in order.
    private static Source patch(String board, int channel) {
        int first = 10 * (Integer.parseInt(board.substring(2)) - 1);
        String group = board.startsWith("EE") ? "endcap-patch" : "barrel-patch";
        int east = board.startsWith("BE") ? 150 : 0;
        return new Source.OfInput(group, east + first + channel, Field.bits(0, 11));
    }

    private static List<Wire> betweenBoards(Period period) {
        return wires(period).stream().filter(wire -> layer(wire) > 0).toList();
    }

    /// The wires in use but for those that lead to the last board and the decision.
    private static List<Wire> wires(Period period) {
        var boards = TABLES.firmware().at(period.run()).keySet();
        List<Wire> wires =
                TABLES.wiring().at(period.run()).stream()
                        .filter(wire -> boards.contains(wire.board()))
                        .filter(wire -> !wire.board().equals("LD301"))
                        .sorted(IN_ORDER)
                        .toList();
        assertThat(wires).hasSize(390 + 36 + 12 + 8);
        return wires;
    }

    private static int layer(Wire wire) {
        if (wire.board().equals("EM201")) return 2;
        return wire.board().charAt(2) == '1' ? 1 : 0;
    }

    private static UnaryOperator<Wire> opened(Wire wrong) {
        return wire -> wire.equals(wrong) ? with(wire, new Source.Open()) : wire;
    }

    private static UnaryOperator<Wire> exchanged(Wire one, Wire other) {
        return wire ->
                wire.equals(one)
                        ? with(one, other.source())
                        : wire.equals(other) ? with(other, one.source()) : wire;
    }

    private static List<Wire> changed(Period period, UnaryOperator<Wire> change) {
        return TABLES.wiring().at(period.run()).stream().map(change).toList();
    }

    private static Wire with(Wire wire, Source source) {
        return new Wire(wire.board(), wire.channel(), source);
    }

    private static boolean notices(Period period, List<Wire> wires) {
        DsmTree tree = TABLES.unchecked(period.run(), wires);
        TreeWords words = tree.words(16);
        return period.sets().stream().anyMatch(set -> differs(tree, words, set));
    }

    private static boolean differs(DsmTree tree, TreeWords words, List<TreeEvent> set) {
        words.setEvents(set.size());
        for (int e = 0; e < set.size(); e++) set.get(e).fill(words, e);
        tree.run(words, set.getFirst().registers(tree));
        for (int e = 0; e < set.size(); e++) {
            if (!set.get(e).differences(words, e).isEmpty()) return true;
        }
        return false;
    }
}
