package tare.core.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.hash.Sha256;

/// One operation on a set of constants.
///
/// @param what the operation: `decode`, `fit`, `store`
/// @param details operands by hash and parameters by name; part of the chain
/// @param why a person's comment, may be empty
/// @param previous hash of the entry before, [#START] for the first
/// @param hash SHA-256 over all the other components
public record JournalEntry(
        Instant when,
        Author author,
        String what,
        SortedMap<String, String> details,
        String why,
        Sha256 previous,
        Sha256 hash) {
    /// Stands before the first entry.
    public static final Sha256 START = new Sha256("0".repeat(64));

    public JournalEntry {
        if (what.isBlank())
            throw new IllegalArgumentException("a journal entry names its operation");
        // A sorted map's own order must not matter: it would change the hash.
        var sorted = new TreeMap<String, String>();
        sorted.putAll(details);
        details = Collections.unmodifiableSortedMap(sorted);
    }

    static JournalEntry after(
            Sha256 previous,
            Instant when,
            Author author,
            String what,
            Map<String, String> details,
            String why) {
        var sorted = new TreeMap<>(details);
        Sha256 hash = hash(when, author, what, sorted, why, previous);
        return new JournalEntry(when, author, what, sorted, why, previous, hash);
    }

    /// Whether the hash is that of the other components.
    public boolean isIntact() {
        return hash.equals(hash(when, author, what, details, why, previous));
    }

    private static Sha256 hash(
            Instant when,
            Author author,
            String what,
            SortedMap<String, String> details,
            String why,
            Sha256 previous) {
        // Lengths before texts keep ("ab", "c") and ("a", "bc") apart.
        var text = new StringBuilder(previous.hex());
        append(text, when.toString());
        append(text, author.who());
        append(text, author.where());
        append(text, what);
        append(text, why);
        details.forEach(
                (name, value) -> {
                    append(text, name);
                    append(text, value);
                });
        return Sha256.of(text.toString());
    }

    private static void append(StringBuilder text, String part) {
        text.append('\n').append(part.length()).append(':').append(part);
    }
}
