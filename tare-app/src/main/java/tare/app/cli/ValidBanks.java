package tare.app.cli;

import java.util.List;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.CalibrationType;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.core.time.Moment;

/// The banks of a tag that a verb works with.
final class ValidBanks {
    private ValidBanks() {}

    /// What is valid in a tag, one bank or more.
    ///
    /// @throws MissingConditionsException if there is no such tag, or nothing is valid
    /// @throws IllegalArgumentException if the tag holds another type
    static List<Entry> of(
            ConditionsStore store, Moment moment, String tag, CalibrationType wanted) {
        TagIntervals found = TagIntervals.of(store, tag, store.sequence(), moment);
        String type = found.summary().type();
        if (!type.equals(wanted.name())) {
            throw new IllegalArgumentException(
                    "tag " + found.name() + " holds " + type + ", not " + wanted.name());
        }
        List<Entry> valid = found.at(moment);
        if (valid.isEmpty()) {
            throw new MissingConditionsException(
                    "no conditions in tag "
                            + found.name()
                            + " at "
                            + moment
                            + "; "
                            + found.nearest(moment));
        }
        return valid;
    }
}
