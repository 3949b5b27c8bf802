package tare.calibrate.graph;

import java.util.Comparator;
import tare.core.hash.Sha256;
import tare.core.time.Moment;

/// A piece of data that a calibration reads; the algorithm knows how to open it.
///
/// @param name of the file or query
/// @param at the run or time that it belongs to
/// @param content digest: other bytes are another input
public record RunData(String name, Moment at, Sha256 content) {
    static final Comparator<RunData> ORDER =
            Comparator.<RunData>comparingLong(input -> input.at().value())
                    .thenComparing(RunData::name);
}
