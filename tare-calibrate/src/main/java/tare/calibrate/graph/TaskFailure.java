package tare.calibrate.graph;

import java.util.List;
import tare.conditions.type.Verdict;
import tare.core.result.ErrorCode;
import tare.core.time.Moment;

/// Why an interval has no constants.
public sealed interface TaskFailure {
    /// Begin of the interval.
    Moment since();

    /// The gate did not accept them.
    record Refused(Moment since, List<Verdict.Rejected> verdicts) implements TaskFailure {
        public Refused {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// The algorithm made none.
    record Failed(Moment since, ErrorCode code, String reason) implements TaskFailure {}

    /// The last two iterations do not agree.
    ///
    /// @param change between them, as the criterion measures it
    record NotConverged(Moment since, int iterations, double change) implements TaskFailure {}
}
