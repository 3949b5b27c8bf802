package tare.trigger.tcu;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;
import tare.trigger.table.TableRows;

/// At which stream bit the last word begins, by run.
///
/// As CSV, columns `first_stream_bit,first_run`; a row holds until the next.
public final class WindowTable {
    private record Row(int bit, RunNumber firstRun) {}

    private final TreeMap<RunNumber, Integer> firstBits = new TreeMap<>();

    private WindowTable(List<Row> rows) {
        var problems = new ArrayList<String>();
        for (Row row : rows) {
            if (firstBits.put(row.firstRun, row.bit) != null)
                problems.add("two rows from run " + row.firstRun);
        }
        if (!problems.isEmpty()) throw new TableException("table of stream bits", problems);
    }

    /// Reads the table.
    ///
    /// @param name of the table, for messages
    /// @throws TableException listing every line that is wrong
    public static WindowTable read(Reader text, String name) {
        return new WindowTable(
                TableRows.read(
                        text,
                        name,
                        row -> new Row(row.integer("first_stream_bit"), row.run("first_run"))));
    }

    /// The window of a word in a run.
    ///
    /// @param bits width of the word
    /// @throws IllegalArgumentException if the run is older than the table
    public StreamWindow at(RunNumber run, int bits) {
        var entry = firstBits.floorEntry(run);
        if (entry == null)
            throw new IllegalArgumentException(
                    "no stream bits are known in run " + run + ", only from " + firstBits.keySet());
        return new StreamWindow(entry.getValue(), bits);
    }
}
