package tare.detectors.calorimeter.table;

import java.util.Locale;
import tare.core.time.RunNumber;

/// Runs in which a row of a table holds, first and last **included**: that is how the experiment
/// writes them down.
///
/// @param first 1 or more
/// @param last not below the first; [#OPEN] has no end
public record RunRange(long first, long last) {
    /// Beyond every run number.
    public static final long OPEN = Long.MAX_VALUE;

    public RunRange {
        if (first < 1 || last < first)
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "no runs lie between %d and %d", first, last));
    }

    public boolean contains(RunNumber run) {
        return first <= run.value() && run.value() <= last;
    }
}
