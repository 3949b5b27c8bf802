package tare.trigger.table;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import tare.core.time.RunNumber;

/// One line of a table, by the names of its columns. What is not as wanted throws an
/// [IllegalArgumentException] that names the column.
public final class TableRow {
    private final NamedCsvRecord record;

    TableRow(NamedCsvRecord record) {
        this.record = record;
    }

    public String text(String column) {
        return record.findField(column)
                .orElseThrow(
                        () -> new IllegalArgumentException("column " + column + " is missing"));
    }

    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    public RunNumber run(String column) {
        return new RunNumber(number(column));
    }

    private long number(String column) {
        String text = text(column);
        if (!text.matches("-?\\d{1,9}"))
            throw new IllegalArgumentException(
                    "column "
                            + column
                            + " is a whole number of up to 9 digits, got '"
                            + text
                            + "'");
        return Long.parseLong(text);
    }
}
