package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.time.RunNumber;
import tare.trigger.dsm.DsmTree;
import tare.trigger.dsm.Source;
import tare.trigger.dsm.TreeTables;
import tare.trigger.dsm.TreeWords;
import tare.trigger.dsm.Wire;
import tare.trigger.dsm.WiringRow;
import tare.trigger.dsm.WiringTable;

/// Two exchanged sources, anywhere in the wiring, would be noticed by the reference events.
class WiringMutationTest {
    private static final TreeTables TABLES = CalorimeterTrigger.tables();

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
    void anExchangeOfTwoNeighbouringWiresIsNoticed(Period period) {
        List<Wire> wires =
                TABLES.wiring().at(period.run()).stream()
                        .filter(wire -> !(wire.source() instanceof Source.Open))
                        .filter(wire -> !wire.board().equals(CalorimeterTrigger.TCU))
                        .filter(wire -> TABLES.firmware().at(period.run()).containsKey(wire.board()))
                        .filter(wire -> !wire.board().equals("LD301"))
                        .sorted(Comparator.comparing((Wire w) -> layer(w)).thenComparing(Wire::board).thenComparingInt(Wire::channel))
                        .toList();
        assertThat(wires).hasSize(390 + 36 + 12 + 8);

        var unnoticed = new ArrayList<String>();
        for (int w = 0; w + 1 < wires.size(); w++) {
            Wire one = wires.get(w);
            Wire other = wires.get(w + 1);
            if (layer(one) != layer(other)) continue;
            if (!notices(period, exchanged(period, one, other)))
                unnoticed.add(one + " with " + other);
        }
        assertThat(unnoticed).isEmpty();
    }

    private static int layer(Wire wire) {
        if (wire.board().equals("EM201")) return 2;
        return wire.board().charAt(2) == '1' ? 1 : 0;
    }

    private static TreeTables exchanged(Period period, Wire one, Wire other) {
        List<WiringRow> rows =
                TABLES.wiring().at(period.run()).stream()
                        .map(
                                wire -> {
                                    if (wire.equals(one)) return with(one, other.source());
                                    if (wire.equals(other)) return with(other, one.source());
                                    return wire;
                                })
                        .map(wire -> new WiringRow(wire, period.run()))
                        .toList();
        return TABLES.with(new WiringTable(rows));
    }

    private static Wire with(Wire wire, Source source) {
        return new Wire(wire.board(), wire.channel(), source);
    }

    private static boolean notices(Period period, TreeTables wrong) {
        if (!wrong.problems(period.run()).isEmpty()) return true;
        DsmTree tree = wrong.at(period.run());
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
