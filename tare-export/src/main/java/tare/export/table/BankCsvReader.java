package tare.export.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Header;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

/// Reads one CSV text to the end, so that one pass shows everything that is wrong.
final class BankCsvReader {
    private static final int MOST_PROBLEMS = 10;

    /// What some spreadsheets put before the first letter.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String source;
    private final BankRows rows;
    private final List<String> problems = new ArrayList<>();
    private long more;

    BankCsvReader(String source, BankLayout layout, FieldScheme idScheme) {
        this.source = source;
        rows = new BankRows(layout, idScheme);
    }

    Bank read(Reader text, Header header, Journal journal) throws IOException {
        try (CsvReader<CsvRecord> csv = reader(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) refuse(1, "the file is empty");
            else readHeader(records.next());
            if (problems.isEmpty()) readRows(records);
        } catch (CsvParseException e) {
            refuse(rows.lastLine() + 1, "no valid CSV here or below: " + e.getMessage());
        } catch (UncheckedIOException e) {
            boolean isText = !(e.getCause() instanceof CharacterCodingException);
            String what = isText ? "cannot read " + source : source + " is no UTF-8 text";
            throw new IOException(what, e.getCause());
        }
        rows.duplicates().forEach(problem -> refuse(problem.line(), problem.text()));
        if (!problems.isEmpty()) throw new BankCsvException(source, problems, more);
        return rows.toBank(header, journal);
    }

    /// Rows of another length are ours to refuse, by line.
    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private void readHeader(CsvRecord record) {
        List<String> names =
                record.getFields().stream().map(name -> name.replace(BYTE_ORDER_MARK, "")).toList();
        rows.header(names).forEach(problem -> refuse(record.getStartingLineNumber(), problem));
    }

    private void readRows(Iterator<CsvRecord> records) {
        while (records.hasNext()) {
            CsvRecord record = records.next();
            long line = record.getStartingLineNumber();
            rows.add(line, record.getFields()).forEach(problem -> refuse(line, problem));
        }
    }

    private void refuse(long line, String problem) {
        if (problems.size() < MOST_PROBLEMS) problems.add("line " + line + ": " + problem);
        else more++;
    }
}
