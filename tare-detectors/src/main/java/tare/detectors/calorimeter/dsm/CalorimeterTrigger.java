package tare.detectors.calorimeter.dsm;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tare.trigger.dsm.AlgorithmCatalog;
import tare.trigger.dsm.FirmwareTable;
import tare.trigger.dsm.InputGroup;
import tare.trigger.dsm.TreeTables;
import tare.trigger.dsm.WiringTable;
import tare.trigger.tcu.WindowTable;

/// The calorimeters' part of the trigger: algorithms, and the tables `firmware.csv`, `wiring.csv`
/// and `decision.csv` beside this class. Each names in its first line where it comes from.
public final class CalorimeterTrigger {
    /// Words of the 300 trigger patches of the barrel, by patch number: 12 bits.
    public static final String BARREL_PATCH = "barrel-patch";

    /// Words of the 90 trigger patches of the endcap, by patch number: 12 bits.
    public static final String ENDCAP_PATCH = "endcap-patch";

    /// Who reads the last word.
    public static final String TCU = "TCU";

    private static final List<InputGroup> INPUTS =
            List.of(new InputGroup(BARREL_PATCH, 300, 12), new InputGroup(ENDCAP_PATCH, 90, 12));

    private CalorimeterTrigger() {}

    public static AlgorithmCatalog algorithms() {
        return CalorimeterAlgorithms.all();
    }

    /// Firmware and wiring of all runs from 2009 on.
    public static TreeTables tables() {
        AlgorithmCatalog algorithms = algorithms();
        FirmwareTable firmware =
                read("firmware.csv", text -> FirmwareTable.read(text, "firmware.csv", algorithms));
        WiringTable wiring = read("wiring.csv", text -> WiringTable.read(text, "wiring.csv"));
        return new TreeTables(firmware, wiring, INPUTS, TCU);
    }

    /// Where the last word stands in the streams of trigger definitions, by run.
    public static WindowTable decision() {
        return read("decision.csv", text -> WindowTable.read(text, "decision.csv"));
    }

    private static <T> T read(String table, Function<Reader, T> read) {
        try (InputStream bytes = CalorimeterTrigger.class.getResourceAsStream(table)) {
            if (bytes == null)
                throw new IllegalStateException(table + " is missing from the program");
            return read.apply(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }
}
