package tare.detectors.calorimeter.frontend;

import java.util.List;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.table.CsvTable;
import tare.detectors.calorimeter.table.RunRange;
import tare.detectors.calorimeter.table.TableRow;

/// The dated list of hardware faults, `hardware_faults.csv`.
final class HardwareFaults {
    private record Row(RunRange runs, RunRange runsAsReference, HardwareFault fault) {}

    private final List<Row> rows;

    private HardwareFaults(List<Row> rows) {
        this.rows = rows;
    }

    static HardwareFaults standard() {
        return new HardwareFaults(
                CsvTable.beside(HardwareFaults.class, "hardware_faults.csv", HardwareFaults::row));
    }

    private static Row row(TableRow row) {
        return new Row(
                row.runs("last_run"),
                row.runs("last_run_as_reference"),
                new HardwareFault(
                        row.whole("patch"),
                        row.oneOf(HardwareFault.Value.class, "value"),
                        row.oneOf(FaultOperation.class, "operation"),
                        row.whole("operand")));
    }

    /// The faults of a run, in the order in which they act.
    List<HardwareFault> of(RunNumber run, EventKind kind, FrontEndRules rules) {
        if (!kind.hasDetectorSignals() && !rules.reproduce(FrontEndDefect.FAULTS_IN_SIMULATION))
            return List.of();
        boolean forEver = rules.reproduce(FrontEndDefect.FAULTS_FOR_EVER);
        return rows.stream()
                .filter(row -> (forEver ? row.runsAsReference : row.runs).contains(run))
                .map(Row::fault)
                .toList();
    }
}
