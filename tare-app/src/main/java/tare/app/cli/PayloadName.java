package tare.app.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tare.conditions.history.StoredPayload;
import tare.conditions.store.ConditionsStore;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.Resolved;
import tare.core.hash.Sha256;
import tare.core.time.Moment;

/// The first digits of a payload's hash, as people copy them.
///
/// @param digits 4 to 64, lower-case
record PayloadName(String digits) {
    static PayloadName parse(String text) {
        String digits = text.strip().replaceAll("(\\.{2,3}|…)$", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{4,64}")) {
            throw new IllegalArgumentException(
                    "a payload is named by 4 to 64 hexadecimal digits of its hash, got '"
                            + text
                            + "'");
        }
        return new PayloadName(digits);
    }

    /// The bank of that payload, and as of which commit it was there.
    record Found(Resolved resolved, long asOf) {}

    /// The payload where it holds now, or else where it did last.
    ///
    /// @throws IllegalArgumentException if several payloads begin so
    /// @throws MissingConditionsException if none does
    Found find(ConditionsStore store) {
        List<Entry> uses = store.history().uses(identity(store));
        long newest = store.sequence();
        Entry use =
                uses.stream()
                        .max(
                                Comparator.comparing((Entry one) -> holds(store, one, newest))
                                        .thenComparingLong(Entry::sequence))
                        .orElseThrow(() -> new MissingConditionsException("no tag uses " + digits));
        long asOf = holds(store, use, newest) ? newest : use.sequence();
        var begin = new Moment(use.valid().axis(), use.valid().since());
        return new Found(store.view(begin, asOf).bank(use.tag(), use.bank().number()), asOf);
    }

    private static boolean holds(ConditionsStore store, Entry use, long newest) {
        return store.history().intervals(use.tag(), newest).contains(use);
    }

    private Sha256 identity(ConditionsStore store) {
        List<StoredPayload> found = store.history().payloads(digits);
        if (found.isEmpty()) {
            throw new MissingConditionsException(
                    "no payload begins with "
                            + digits
                            + "; 'tare conditions list TAG' names those of a tag");
        }
        if (found.size() > 1) {
            List<String> names = found.stream().map(one -> one.identity().hex()).sorted().toList();
            throw new IllegalArgumentException(
                    found.size()
                            + " payloads begin with "
                            + digits
                            + ", give more digits: "
                            + Words.some(names));
        }
        return found.getFirst().identity();
    }
}
