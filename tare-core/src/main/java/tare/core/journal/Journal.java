package tare.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tare.core.hash.Sha256;

/// The entries that a set of constants collected, oldest first, chained by hash. Immutable.
///
/// @param entries oldest first; [#firstBroken] tells whether the chain holds
public record Journal(List<JournalEntry> entries) {
    public static final Journal EMPTY = new Journal(List.of());

    public Journal {
        entries = List.copyOf(entries);
    }

    /// This journal and one entry more.
    ///
    /// @param when passed in: no clock is read here
    public Journal append(
            Instant when, Author author, String what, Map<String, String> details, String why) {
        var longer = new ArrayList<>(entries);
        longer.add(JournalEntry.after(head(), when, author, what, details, why));
        return new Journal(longer);
    }

    /// Hash of the newest entry, which stands for all before it.
    public Sha256 head() {
        return entries.isEmpty() ? JournalEntry.START : entries.getLast().hash();
    }

    /// Index of the first entry that was altered or does not follow the one before; empty if
    /// intact.
    public OptionalInt firstBroken() {
        Sha256 previous = JournalEntry.START;
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            if (!entry.previous().equals(previous) || !entry.isIntact()) return OptionalInt.of(i);
            previous = entry.hash();
        }
        return OptionalInt.empty();
    }

    /// Whether this journal begins with all entries of an earlier one.
    public boolean continues(Journal earlier) {
        int n = earlier.entries.size();
        return n <= entries.size() && entries.subList(0, n).equals(earlier.entries);
    }
}
