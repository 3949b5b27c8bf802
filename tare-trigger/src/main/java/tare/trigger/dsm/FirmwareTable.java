package tare.trigger.dsm;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;
import tare.trigger.table.TableRow;
import tare.trigger.table.TableRows;

/// Which algorithm each board runs, by run.
///
/// As CSV, columns `boards,algorithm,first_run`: boards are names between blanks, or ranges of a
/// name's last digits such as `BC101-BC106`; the algorithm is a name of the catalog, or `none` from
/// the run on in which the board is no longer used. A row holds until the board's next one.
public final class FirmwareTable {
    static final String NOT_USED = "none";

    private final Map<String, TreeMap<RunNumber, Optional<DsmAlgorithm>>> byBoard = new TreeMap<>();

    /// @throws TableException if a board has two rows of one run
    public FirmwareTable(List<FirmwareRow> rows) {
        var problems = new ArrayList<String>();
        for (FirmwareRow row : rows) {
            var history = byBoard.computeIfAbsent(row.board(), _ -> new TreeMap<>());
            if (history.put(row.firstRun(), row.algorithm()) != null)
                problems.add(row.board() + " has two rows from run " + row.firstRun());
        }
        if (!problems.isEmpty()) throw new TableException("firmware table", problems);
    }

    /// Reads the table.
    ///
    /// @param name of the table, for messages
    /// @throws TableException listing every line that is wrong
    public static FirmwareTable read(Reader text, String name, AlgorithmCatalog catalog) {
        List<List<FirmwareRow>> rows = TableRows.read(text, name, row -> rows(row, catalog));
        return new FirmwareTable(rows.stream().flatMap(List::stream).toList());
    }

    private static List<FirmwareRow> rows(TableRow row, AlgorithmCatalog catalog) {
        String algorithm = row.text("algorithm");
        Optional<DsmAlgorithm> named =
                algorithm.equals(NOT_USED)
                        ? Optional.empty()
                        : Optional.of(catalog.named(algorithm));
        RunNumber first = row.run("first_run");
        return BoardNames.of(row.text("boards")).stream()
                .map(board -> new FirmwareRow(board, named, first))
                .toList();
    }

    /// The boards in use in a run and what they run, in the order of their names.
    ///
    /// @throws IllegalArgumentException if the run is older than the table
    public Map<String, DsmAlgorithm> at(RunNumber run) {
        var boards = new TreeMap<String, DsmAlgorithm>();
        byBoard.forEach(
                (board, history) -> {
                    var entry = history.floorEntry(run);
                    if (entry != null) entry.getValue().ifPresent(a -> boards.put(board, a));
                });
        if (boards.isEmpty())
            throw new IllegalArgumentException(
                    "no board has firmware in run "
                            + run
                            + "; the table begins with run "
                            + first());
        return Collections.unmodifiableMap(boards);
    }

    /// All runs from which on a board runs something else, in rising order.
    public List<RunNumber> changes() {
        return byBoard.values().stream()
                .flatMap(history -> history.keySet().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private String first() {
        return changes().isEmpty() ? "none" : changes().getFirst().toString();
    }
}
