package tare.detectors.pixel.geometry;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// Cabling tables as CSV text in UTF-8.
///
/// One row per ROC under the header `fed,link,roc,det_raw_id,roc_in_module`;
/// `fed,link,roc,raw_id,position` is read as well. Lines that start with `#` and empty lines are
/// skipped. Reading goes on after a bad row, so that one pass shows everything that is wrong.
public final class CablingCsv {
    private static final List<String> HEADER =
            List.of("fed", "link", "roc", "det_raw_id", "roc_in_module");
    private static final List<String> SHORT_HEADER =
            List.of("fed", "link", "roc", "raw_id", "position");

    /// What some spreadsheets put before the first letter.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CablingCsv() {}

    /// Reads a table.
    ///
    /// @throws CablingException if anything in it is wrong, with file and line of each problem
    /// @throws IOException if the file cannot be read
    public static Cabling read(Path file, CablingScope scope) throws IOException {
        if (Files.isDirectory(file)) throw new IOException(file + " is not a file");
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(text, file.toString(), scope);
        }
    }

    /// Reads a table from text; `source` names it in messages.
    ///
    /// @throws CablingException if anything in it is wrong, with the line of each problem
    /// @throws IOException if the text cannot be read
    public static Cabling read(Reader text, String source, CablingScope scope) throws IOException {
        CablingRows rows = new CablingRows(scope);
        long line = 1;
        try (CsvReader<CsvRecord> csv = reader(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            boolean headerIsGood = records.hasNext() && header(records.next(), rows);
            while (headerIsGood && records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                row(row, rows);
            }
        } catch (CsvParseException e) {
            rows.refuse(line, "no valid CSV in or after this line: " + e.getMessage());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException)
                throw new IOException(source + ": no cabling table, this is not text in UTF-8", e);
            throw new IOException("cannot read cabling table " + source + ": " + e.getMessage(), e);
        }
        return rows.finish(source);
    }

    /// Writes a table, in order of FED, link and ROC; [#read] gives an equal one back.
    ///
    /// @throws IOException if the file cannot be written
    public static void write(Cabling cabling, Path file) throws IOException {
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(cabling, text);
        }
    }

    /// Writes a table as text, and leaves the writer open.
    ///
    /// @throws IOException if the text cannot be written
    public static void write(Cabling cabling, Writer text) throws IOException {
        // Not closed: that would close the caller's writer. Flushing is all it has to do.
        @SuppressWarnings("resource")
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(HEADER);
        for (CabledRoc roc : cabling.rocs())
            csv.writeRecord(
                    Integer.toString(roc.fed()),
                    Integer.toString(roc.link()),
                    Integer.toString(roc.roc()),
                    roc.module().toString(),
                    Integer.toString(roc.position()));
        csv.flush();
    }

    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static boolean header(CsvRecord record, CablingRows rows) {
        List<String> fields =
                record.getFields().stream()
                        .map(field -> field.replace(BYTE_ORDER_MARK, "").strip())
                        .toList();
        if (fields.equals(HEADER) || fields.equals(SHORT_HEADER)) return true;
        rows.refuse(
                record.getStartingLineNumber(),
                String.format(
                        Locale.ROOT,
                        "the header must be %s, got %s",
                        String.join(",", HEADER),
                        String.join(",", fields)));
        return false;
    }

    private static void row(CsvRecord record, CablingRows rows) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != HEADER.size()) {
            rows.refuse(line, "a row has 5 fields, got " + record.getFieldCount());
            return;
        }
        try {
            rows.add(line, parse(record));
        } catch (IllegalArgumentException e) {
            rows.refuse(line, String.valueOf(e.getMessage()));
        }
    }

    private static CabledRoc parse(CsvRecord record) {
        return new CabledRoc(
                number(record, 0),
                number(record, 1),
                number(record, 2),
                RawDetectorId.parse(record.getField(3)),
                number(record, 4));
    }

    private static int number(CsvRecord record, int column) {
        String text = record.getField(column).strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    HEADER.get(column) + " must be a whole number, got '" + text + "'", e);
        }
    }
}
