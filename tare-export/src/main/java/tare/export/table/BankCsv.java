package tare.export.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;
import tare.export.file.WholeFile;

/// A bank as comma-separated text (RFC 4180, UTF-8, lines end in LF), one row per channel in the
/// order of the ids.
///
/// | column | content |
/// | --- | --- |
/// | `id` | packed channel id |
/// | one per field of the id scheme, under its name | the field's value |
/// | `flag` | packed channel flag, 0 is normal |
/// | `state` | the flag in words |
/// | `name [unit]` for each field of the layout | value, shortest text that reads back to the same
/// bits; an array is `name_0 [unit]`, `name_1 [unit]` … |
///
/// Missing numbers are `NaN`, infinities `Infinity` and `-Infinity`.
public final class BankCsv {
    private BankCsv() {}

    /// Writes the file whole or not at all.
    public static void write(Path file, Bank bank) throws IOException {
        WholeFile.write(file, out -> write(out, bank));
    }

    /// Writes row by row, without holding the table, and closes the stream.
    public static void write(OutputStream out, Bank bank) throws IOException {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(header(bank));
            for (int i = 0; i < bank.size(); i++) csv.writeRecord(row(bank, i));
        }
    }

    /// Reads what [#write] writes, or what a person or a program wrote in its manner.
    ///
    /// Rows and columns may stand in any order. The channel is its packed `id`, or the fields of
    /// the id scheme, or both if they agree; `flag` may be left out and is 0 then; `state` must say
    /// what the flag means; units may be left out of the headings. Anything else is refused:
    /// another or a missing column, a cell that is not a number to its last character, a channel
    /// that has two rows.
    ///
    /// @param journal of how the constants came to be
    /// @throws BankCsvException naming file, line and column of everything that is wrong
    /// @throws IOException if the file cannot be read
    public static Bank read(
            Path file, BankLayout layout, FieldScheme idScheme, Header header, Journal journal)
            throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new BankCsvReader(file.toString(), layout, idScheme).read(text, header, journal);
        }
    }

    private static List<String> header(Bank bank) {
        var names = new ArrayList<String>();
        names.add("id");
        for (BitField field : bank.idScheme().fields()) names.add(field.name());
        names.add("flag");
        names.add("state");
        for (FieldDefinition field : bank.layout().fields()) {
            elements(field).forEach(element -> names.add(heading(element, field)));
        }
        return names;
    }

    /// Names of a field's values, side by side.
    static List<String> elements(FieldDefinition field) {
        return IntStream.range(0, field.length()).mapToObj(field::name).toList();
    }

    static String heading(String element, FieldDefinition field) {
        return element + " [" + field.unit() + "]";
    }

    private static List<String> row(Bank bank, int index) {
        var cells = new ArrayList<String>();
        int id = bank.ids().intAt(index);
        cells.add(Integer.toString(id));
        for (BitField field : bank.idScheme().fields()) {
            cells.add(Long.toString(bank.idScheme().value(id, field.name())));
        }
        int flag = bank.flags().intAt(index);
        cells.add(Integer.toString(flag));
        cells.add(new ChannelFlag(flag).toString());
        for (int f = 0; f < bank.columns().size(); f++) {
            int length = bank.layout().fields().get(f).length();
            for (int k = 0; k < length; k++) {
                cells.add(text(bank.columns().get(f), index * length + k));
            }
        }
        return cells;
    }

    private static String text(Column column, int index) {
        return switch (column.type()) {
            case I32 -> Integer.toString(column.intAt(index));
            case F32 -> Float.toString(column.floatAt(index));
            case I64 -> Long.toString(column.longAt(index));
            case F64 -> Double.toString(column.doubleAt(index));
        };
    }
}
