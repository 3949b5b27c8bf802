package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import tare.core.time.RunNumber;
import tare.trigger.tcu.BitStream;
import tare.trigger.tcu.Fired;
import tare.trigger.tcu.OffBits;
import tare.trigger.tcu.StreamWindow;
import tare.trigger.tcu.Tcu;
import tare.trigger.tcu.TriggerDefinition;
import tare.trigger.tcu.TriggerMenu;

class TcuVectorsTest {
    private static final int ID = 380401;

    @Test
    void decidesAsTheReferenceInEveryRow() {
        List<NamedCsvRecord> rows = VectorRows.read("tcu.csv");
        assertThat(rows).hasSize(360);
        for (NamedCsvRecord row : rows) {
            assertThat(fires(row))
                    .as("line %d", row.getStartingLineNumber())
                    .isEqualTo(VectorRows.word(row, "fired"));
        }
    }

    private static int fires(NamedCsvRecord row) {
        Tcu tcu = Tcu.of(menu(row), window(row), OffBits.IGNORED);
        Fired fired = tcu.fired(1);
        tcu.decide(new int[] {VectorRows.word(row, "tcu_input")}, 1, fired);
        return fired.of(ID)[0];
    }

    private static TriggerMenu menu(NamedCsvRecord row) {
        String[] on = row.getField("onbits_list").split(" ", -1);
        String[] on1 = row.getField("onbits1_list").split(" ", -1);
        TriggerMenu menu = TriggerMenu.EMPTY;
        for (int d = 0; d < on.length; d++) {
            var stream = BitStream.of(Long.parseLong(on[d]), Long.parseLong(on1[d]), 0, 0);
            menu = menu.with(new TriggerDefinition(d, "row", ID, stream, BitStream.EMPTY));
        }
        return menu;
    }

    private static StreamWindow window(NamedCsvRecord row) {
        int year = VectorRows.word(row, "year");
        var run = new RunNumber((year - 1999) * 1_000_000L + 100_001);
        return CalorimeterTrigger.decision().at(run, year == 2009 ? 32 : 16);
    }
}
