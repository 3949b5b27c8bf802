package tare.detectors.calorimeter.dsm;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Rows of the reference tables beside the tests.
final class VectorRows {
    private VectorRows() {}

    static List<NamedCsvRecord> read(String table) {
        var bytes = Objects.requireNonNull(VectorRows.class.getResourceAsStream(table), table);
        try (var rows =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .maxBufferSize(1 << 20)
                        .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A list between blanks; 32-bit words are written without sign.
    static int[] ints(NamedCsvRecord row, String column) {
        String list = row.getField(column);
        if (list.isEmpty()) return new int[0];
        return Arrays.stream(list.split(" ", -1)).mapToInt(Integer::parseUnsignedInt).toArray();
    }

    static int word(NamedCsvRecord row, String column) {
        return Integer.parseUnsignedInt(row.getField(column));
    }
}
