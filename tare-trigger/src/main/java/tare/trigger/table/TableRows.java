package tare.trigger.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of a table in CSV and collects what is wrong with them, line by line.
public final class TableRows {
    private TableRows() {}

    /// What a line of the table becomes; an [IllegalArgumentException] says what is wrong with it.
    public interface Row<T> {
        T of(TableRow row);
    }

    /// All rows of a table.
    ///
    /// @param name of the table, for messages
    /// @throws TableException listing every line that is wrong
    public static <T> List<T> read(Reader text, String name, Row<T> row) {
        var rows = new ArrayList<T>();
        var problems = new ArrayList<String>();
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord record : records) add(record, row, rows, problems);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        if (!problems.isEmpty()) throw new TableException(name, problems);
        return rows;
    }

    private static <T> void add(
            NamedCsvRecord record, Row<T> row, List<T> rows, List<String> problems) {
        try {
            rows.add(row.of(new TableRow(record)));
        } catch (IllegalArgumentException e) {
            problems.add("line " + record.getStartingLineNumber() + ": " + e.getMessage());
        }
    }
}
