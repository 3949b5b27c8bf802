package tare.detectors.calorimeter.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import tare.detectors.calorimeter.table.CsvTable;
import tare.detectors.calorimeter.table.TableRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reference numbers of the trigger simulator, from the test resources.
final class Vectors {
    private Vectors() {}

    static List<TableRow> rows(String csv) {
        return CsvTable.beside(Vectors.class, csv);
    }

    static int[] ints(TableRow row, String column) {
        return Arrays.stream(row.text(column).split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    static float[] floats(TableRow row, String column) {
        String[] texts = row.text(column).split(" ", -1);
        float[] values = new float[texts.length];
        for (int i = 0; i < values.length; i++) values[i] = Float.parseFloat(texts[i]);
        return values;
    }

    static float single(TableRow row, String column) {
        return Float.parseFloat(row.text(column));
    }

    /// The table sets of a tag, each with its events.
    static List<EventSet> sets(String tag) {
        try (InputStream bytes =
                new GZIPInputStream(
                        resource("/tare/detectors/calorimeter/events-" + tag + ".json.gz"))) {
            JsonNode root = JsonMapper.shared().readTree(bytes);
            return root.get("sets").valueStream().map(EventSet::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reader statusFile(String tag) throws IOException {
        return new InputStreamReader(
                new GZIPInputStream(resource("bemcStatus-" + tag + ".txt.gz")),
                StandardCharsets.UTF_8);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Vectors.class.getResourceAsStream(name), name);
    }
}
