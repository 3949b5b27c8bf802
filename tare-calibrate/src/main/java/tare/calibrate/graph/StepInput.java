package tare.calibrate.graph;

import java.util.Comparator;
import tare.core.hash.Sha256;
import tare.core.time.Moment;

/// A piece of data that a step reads; the algorithm knows how to open it.
///
/// @param name of the file or query
/// @param at the run or time that it belongs to
/// @param content digest: other bytes are another input
public record StepInput(String name, Moment at, Sha256 content) {
    static final Comparator<StepInput> ORDER =
            Comparator.<StepInput>comparingLong(input -> input.at().value())
                    .thenComparing(StepInput::name);
}
