package tare.trigger.dsm;

import java.util.List;
import java.util.stream.Stream;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;

/// Everything that describes a tree of boards at all times.
///
/// @param inputs the words from outside
/// @param sink name under which the wiring lists the reader of the last word
public record TreeTables(
        FirmwareTable firmware, WiringTable wiring, List<InputGroup> inputs, String sink) {
    public TreeTables {
        inputs = List.copyOf(inputs);
    }

    /// The tree of a run.
    ///
    /// @throws TableException if the tables do not make up a tree in that run
    public DsmTree at(RunNumber run) {
        var problems = problems(run);
        if (!problems.isEmpty()) throw new TableException("tables of run " + run, problems);
        return new DsmTree(firmware.at(run), wiring.at(run), inputs, sink);
    }

    /// What is wrong in a run; empty if nothing.
    public List<String> problems(RunNumber run) {
        return new WiringCheck(firmware.at(run), wiring.at(run), inputs, sink).problems();
    }

    /// All runs from which on anything differs, in rising order.
    public List<RunNumber> changes() {
        return Stream.of(firmware.changes(), wiring.changes())
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .toList();
    }

    /// The tree of a run with other wires, which are not checked: to find out what a wrong wire
    /// would do. A channel without a wire reads 0.
    public DsmTree unchecked(RunNumber run, List<Wire> wires) {
        return new DsmTree(firmware.at(run), wires, inputs, sink);
    }
}
