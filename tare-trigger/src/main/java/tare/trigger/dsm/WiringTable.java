package tare.trigger.dsm;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;
import tare.trigger.table.TableRow;
import tare.trigger.table.TableRows;

/// What feeds each channel of each board, by run.
///
/// As CSV, columns `board,channel,source,bits,first_run`; sources as [Source#of] reads them. A row
/// holds until the next one of the same channel. What reads the last word is written like a board
/// with a channel 0.
public final class WiringTable {
    private record Socket(String board, int channel) {}

    private static final Comparator<Socket> IN_ORDER =
            Comparator.comparing(Socket::board).thenComparingInt(Socket::channel);

    private final List<WiringRow> rows;
    private final Map<Socket, TreeMap<RunNumber, Wire>> history = new TreeMap<>(IN_ORDER);

    /// @throws TableException if a channel has two sources from the same run
    public WiringTable(List<WiringRow> rows) {
        this.rows = List.copyOf(rows);
        var problems = new ArrayList<String>();
        for (WiringRow row : rows) {
            Wire wire = row.wire();
            var socket = new Socket(wire.board(), wire.channel());
            Wire other =
                    history.computeIfAbsent(socket, _ -> new TreeMap<>())
                            .putIfAbsent(row.firstRun(), wire);
            if (other != null)
                problems.add(wire + " and " + other + ", both from run " + row.firstRun());
        }
        if (!problems.isEmpty()) throw new TableException("wiring table", problems);
    }

    /// Reads the table.
    ///
    /// @param name of the table, for messages
    /// @throws TableException listing every line that is wrong
    public static WiringTable read(Reader text, String name) {
        return new WiringTable(TableRows.read(text, name, WiringTable::row));
    }

    private static WiringRow row(TableRow row) {
        Source source = Source.of(row.text("source"), row.text("bits"));
        Wire wire = new Wire(row.text("board"), row.integer("channel"), source);
        return new WiringRow(wire, row.run("first_run"));
    }

    public List<WiringRow> rows() {
        return rows;
    }

    /// The wires of a run, in the order of board and channel.
    public List<Wire> at(RunNumber run) {
        return history.values().stream()
                .map(wires -> wires.floorEntry(run))
                .filter(entry -> entry != null)
                .map(Map.Entry::getValue)
                .toList();
    }

    /// All runs from which on a channel is fed by something else, in rising order.
    public List<RunNumber> changes() {
        return rows.stream().map(WiringRow::firstRun).sorted().distinct().toList();
    }
}
