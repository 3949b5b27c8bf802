package tare.calibrate.graph;

import java.util.List;
import tare.conditions.store.Candidate;
import tare.core.result.Result;

/// Makes the constants of one interval. The same task must give the same constants, on any thread.
@FunctionalInterface
public interface Algorithm {
    /// @return one candidate or more, or why there is none
    /// @throws java.io.UncheckedIOException if an input cannot be read; the message names it
    Result<List<Candidate>> constants(Task task);
}
