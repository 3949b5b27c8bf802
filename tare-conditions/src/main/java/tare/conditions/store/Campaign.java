package tare.conditions.store;

import java.time.Instant;
import java.util.Optional;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.core.journal.Author;
import tare.core.time.Moment;

/// Candidates of one type that are stored together or not at all.
///
/// @param tag where; created if there is none of that name
/// @param since from when they hold
/// @param candidates gone through once, in order, so that banks need not be in memory together;
///     each bank once
/// @param system the detector's banks, if known
/// @param author who submits, by which program
/// @param why may be empty
/// @param when passed in: no clock is read here; if journals of candidates have later entries, the
///     latest of those counts
public record Campaign(
        String tag,
        CalibrationType type,
        Moment since,
        Iterable<Candidate> candidates,
        Optional<SystemDefinition> system,
        Author author,
        String why,
        Instant when) {
    public Campaign {
        if (tag.isBlank()) throw new IllegalArgumentException("a campaign needs a tag");
        if (since.axis() != type.axis()) {
            throw new IllegalArgumentException(
                    "type "
                            + type.name()
                            + " is valid on axis "
                            + type.axis()
                            + ", got a begin on axis "
                            + since.axis());
        }
    }
}
