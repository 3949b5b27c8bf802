package tare.conditions.store;

import java.util.Set;
import tare.core.journal.Author;
import tare.core.time.Moment;

/// Banks that are to be the standard of comparison of their type.
///
/// @param at what is valid in the tag at this moment is promoted, from this moment on
/// @param banks numbers; empty for all
/// @param why may be empty
public record Promotion(String tag, Moment at, Set<Integer> banks, Author author, String why) {
    public Promotion {
        banks = Set.copyOf(banks);
    }
}
