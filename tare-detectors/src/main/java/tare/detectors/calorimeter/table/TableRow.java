package tare.detectors.calorimeter.table;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One row; fields are found by the name of their column.
///
/// Every method throws [TableException] with file, line and column if the field is not
/// what it should be.
public final class TableRow {
    private final String source;
    private final NamedCsvRecord row;

    TableRow(String source, NamedCsvRecord row) {
        this.source = source;
        this.row = row;
    }

    public String text(String column) {
        return row.findField(column)
                .orElseThrow(() -> wrong("there is no column '" + column + "'"));
    }

    public int whole(String column) {
        String text = text(column);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(column + " must be a whole number, got '" + text + "'");
        }
    }

    public double number(String column) {
        String text = text(column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(column + " must be a number, got '" + text + "'");
        }
    }

    /// Whole numbers with spaces between.
    public List<Integer> wholes(String column) {
        try {
            return Arrays.stream(text(column).split(" ", -1)).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw wrong(column + " must be whole numbers, got '" + text(column) + "'");
        }
    }

    /// A constant by its name in lower case.
    public <E extends Enum<E>> E oneOf(Class<E> type, String column) {
        String text = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) return constant;
        }
        throw wrong(
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(
                                Collectors.joining(
                                        ", ", column + " is one of ", "; got '" + text + "'")));
    }

    /// The runs from `first_run` to the last one that the given column names, both included; an
    /// empty field leaves the end open.
    public RunRange runs(String lastColumn) {
        String last = text(lastColumn);
        return new RunRange(
                whole("first_run"), last.isEmpty() ? RunRange.OPEN : (long) whole(lastColumn));
    }

    /// What the row says.
    ///
    /// @throws TableException also if the value refuses what it gets
    public <T> T as(Function<TableRow, T> meaning) {
        try {
            return meaning.apply(this);
        } catch (TableException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /// A complaint about this row.
    public TableException wrong(String what) {
        return new TableException(
                String.format(
                        Locale.ROOT, "%s, line %d: %s", source, row.getStartingLineNumber(), what));
    }
}
