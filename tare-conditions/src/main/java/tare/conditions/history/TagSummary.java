package tare.conditions.history;

import tare.core.time.Moment;

/// A tag at a glance.
///
/// @param type name of the calibration type of all its banks
/// @param intervals stored rows, ends and overwritten ones included
/// @param first earliest begin of an interval
/// @param last latest begin of an interval
/// @param sequence the last commit to this tag
public record TagSummary(
        String tag,
        String type,
        int banks,
        long intervals,
        Moment first,
        Moment last,
        long sequence) {}
