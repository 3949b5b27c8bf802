package tare.conditions.store;

import java.time.Instant;
import java.util.Set;
import tare.core.journal.Author;
import tare.core.time.Moment;

/// An explicit end: from a moment on, until a later begin, nothing holds.
///
/// @param banks numbers; what is not valid then needs no end
public record Ending(
        String tag, Moment from, Set<Integer> banks, Author author, String why, Instant when) {
    public Ending {
        banks = Set.copyOf(banks);
    }
}
