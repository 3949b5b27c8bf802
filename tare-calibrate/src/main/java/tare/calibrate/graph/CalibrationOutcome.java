package tare.calibrate.graph;

import java.util.List;
import java.util.SortedSet;
import tare.conditions.view.Entry;

/// What became of a calibration.
public sealed interface CalibrationOutcome {
    String calibration();

    /// All its intervals have constants.
    ///
    /// @param outputs by time
    /// @param computed how many of them were made now
    /// @param restored how many had been stored before
    /// @param boundaries why intervals begin where they do, if they were searched for
    /// @param stale what the tag holds besides, from earlier graphs or by other hands: it cuts into
    ///     these intervals
    record Done(
            String calibration,
            List<Output> outputs,
            int computed,
            int restored,
            List<BoundaryRule.Boundary> boundaries,
            List<Entry> stale)
            implements CalibrationOutcome {
        public Done {
            outputs = List.copyOf(outputs);
            boundaries = List.copyOf(boundaries);
            stale = List.copyOf(stale);
        }
    }

    /// Some intervals have none.
    ///
    /// @param failures by time
    /// @param outputs those that worked, which are stored
    record Failed(String calibration, List<TaskFailure> failures, List<Output> outputs)
            implements CalibrationOutcome {
        public Failed {
            failures = List.copyOf(failures);
            outputs = List.copyOf(outputs);
        }
    }

    /// It had nothing to work on.
    record MissingInput(String calibration, String what) implements CalibrationOutcome {}

    /// It did not run, since calibrations that it depends on have not all their constants.
    record Blocked(String calibration, SortedSet<String> by) implements CalibrationOutcome {}
}
