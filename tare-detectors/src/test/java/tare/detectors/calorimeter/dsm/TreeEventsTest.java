package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.trigger.dsm.DsmTree;
import tare.trigger.dsm.TreeTables;
import tare.trigger.dsm.TreeWords;
import tare.trigger.tcu.BitStream;
import tare.trigger.tcu.Fired;
import tare.trigger.tcu.OffBits;
import tare.trigger.tcu.StreamWindow;
import tare.trigger.tcu.Tcu;
import tare.trigger.tcu.TriggerDefinition;
import tare.trigger.tcu.TriggerMenu;

/// The whole tree of boards, from the words of trigger patches to fired trigger ids, in every year.
class TreeEventsTest {
    private static final TreeTables TABLES = CalorimeterTrigger.tables();

    static Map<String, List<TreeEvent>> tables() {
        return TreeEvent.byTables();
    }

    static List<List<TreeEvent>> sets() {
        return List.copyOf(tables().values());
    }

    @Test
    void thereAre210EventsOfSevenPeriods() {
        assertThat(TreeEvent.all()).hasSize(210);
        assertThat(TreeEvent.all().stream().map(TreeEvent::tag).distinct())
                .containsExactly("2009", "2012", "2013a", "2013", "2015", "2016", "2017");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyWordOfEveryBoardIsTheReferences(List<TreeEvent> events) {
        TreeWords words = run(events);

        var differences = new ArrayList<String>();
        for (int e = 0; e < events.size(); e++) {
            differences.addAll(events.get(e).differences(words, e));
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theTriggersOfTheReferenceFire(List<TreeEvent> events) {
        DsmTree tree = TABLES.at(events.getFirst().run());
        TreeWords words = run(events);
        int bits =
                switch (tree.decision().orElseThrow().source()) {
                    case tare.trigger.dsm.Source.OfBoard(_, var field) -> field.width();
                    default -> throw new AssertionError("no board decides");
                };
        StreamWindow window = CalorimeterTrigger.decision().at(events.getFirst().run(), bits);
        Tcu tcu = Tcu.of(menu(events.getFirst()), window, OffBits.IGNORED);
        Fired fired = tcu.fired(events.size());
        tcu.decide(words.decision(), events.size(), fired);

        for (int e = 0; e < events.size(); e++) {
            assertThat(fired.in(e))
                    .as("%s event %d", events.get(e).tables(), e)
                    .isEqualTo(VectorRows.ints(events.get(e).row(), "fired"));
        }
    }

    private static TreeWords run(List<TreeEvent> events) {
        DsmTree tree = TABLES.at(events.getFirst().run());
        TreeWords words = tree.words(events.size());
        words.setEvents(events.size());
        for (int e = 0; e < events.size(); e++) events.get(e).fill(words, e);
        tree.run(words, events.getFirst().registers(tree));
        return words;
    }

    private static TriggerMenu menu(TreeEvent event) {
        TriggerMenu menu = TriggerMenu.EMPTY;
        for (NamedCsvRecord row : VectorRows.read("tree-definitions.csv")) {
            boolean own =
                    (row.getField("tag") + " set " + row.getField("table_set"))
                            .equals(event.tables());
            if (own)
                menu =
                        menu.with(
                                new TriggerDefinition(
                                        Integer.parseInt(row.getField("index")),
                                        row.getField("name"),
                                        Integer.parseInt(row.getField("id")),
                                        stream(row.getField("on")),
                                        stream(row.getField("off"))));
        }
        return menu;
    }

    private static BitStream stream(String words) {
        String[] word = words.split(" ", -1);
        return BitStream.of(
                Long.parseLong(word[0]),
                Long.parseLong(word[1]),
                Long.parseLong(word[2]),
                Long.parseLong(word[3]));
    }
}
