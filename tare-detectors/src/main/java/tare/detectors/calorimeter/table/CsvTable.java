package tare.detectors.calorimeter.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// Reads a table with a header line; lines that start with `#` say where it comes from.
public final class CsvTable {
    private CsvTable() {}

    /// The rows of a resource that lies beside a class.
    ///
    /// @throws IllegalStateException if the program was packed without it
    public static List<TableRow> beside(Class<?> owner, String name) {
        try (InputStream bytes = owner.getResourceAsStream(name)) {
            if (bytes == null)
                throw new IllegalStateException(name + " is missing from the program");
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /// What a resource's rows say. A value that refuses what it gets is a complaint about its row.
    ///
    /// @throws TableException with file and line of the first bad row
    public static <T> List<T> beside(Class<?> owner, String name, Function<TableRow, T> meaning) {
        return beside(owner, name).stream().map(row -> row.as(meaning)).toList();
    }

    /// The rows of a text; `source` names it in messages.
    ///
    /// @throws IOException if the text cannot be read
    public static List<TableRow> read(Reader text, String source) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            return rows.stream().map(row -> new TableRow(source, row)).toList();
        }
    }
}
