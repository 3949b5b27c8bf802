package tare.conditions.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.Resolved;
import tare.conditions.view.View;
import tare.core.time.IntervalOfValidity;
import tare.core.time.Moment;

/// A view over the index; payloads come from the store.
///
/// @param sequence rows of later commits are not seen
record IndexView(SqliteStore store, Index index, Moment moment, long sequence) implements View {
    private static final int EXAMPLES = 8;

    @Override
    public Resolved bank(String tag, int number) {
        Index.Tag found = tag(tag);
        Index.TaggedBank bank = found.banks().get(number);
        if (bank == null) throw missing(found, "bank " + number, banks(found));
        return resolve(found, bank);
    }

    @Override
    public Resolved bank(String tag, String bankName) {
        Index.Tag found = tag(tag);
        return resolve(
                found,
                found.bank(bankName)
                        .orElseThrow(
                                () -> missing(found, "bank '" + bankName + "'", banks(found))));
    }

    @Override
    public List<Entry> entries(String tag) {
        return entries(tag(tag));
    }

    @Override
    public List<Entry> entries() {
        return index.tags().values().stream()
                .filter(tag -> tag.axis() == moment.axis())
                .flatMap(tag -> entries(tag).stream())
                .toList();
    }

    @Override
    public IntervalOfValidity steady(String tagName) {
        Index.Tag tag = tag(tagName);
        long since = 0;
        long until = IntervalOfValidity.OPEN;
        for (Index.TaggedBank bank : tag.banks().values()) {
            since = Math.max(since, bank.timeline().lastSince(moment.value(), sequence));
            until = Math.min(until, bank.timeline().nextSince(moment.value(), sequence));
        }
        return new IntervalOfValidity(tag.axis(), since, until);
    }

    private List<Entry> entries(Index.Tag tag) {
        var entries = new ArrayList<Entry>();
        for (Index.TaggedBank bank : tag.banks().values()) {
            entry(tag, bank, bank.timeline().at(moment.value(), sequence)).ifPresent(entries::add);
        }
        return entries;
    }

    private Resolved resolve(Index.Tag tag, Index.TaggedBank bank) {
        Timeline.Row row = bank.timeline().at(moment.value(), sequence);
        Entry entry =
                entry(tag, bank, row)
                        .orElseThrow(
                                () -> missing(tag, bank.name().toString(), nearest(tag, bank)));
        return new Resolved(store.bank(entry.payload(), Objects.requireNonNull(row)), entry);
    }

    private Optional<Entry> entry(
            Index.Tag tag, Index.TaggedBank bank, Timeline.@Nullable Row row) {
        return row == null ? Optional.empty() : Index.entry(tag, bank, row, sequence);
    }

    private Index.Tag tag(String name) {
        Index.Tag tag = index.tag(name);
        if (tag == null) {
            var names = index.tags().values().stream().map(Index.Tag::name).toList();
            throw new MissingConditionsException(
                    "no conditions at "
                            + moment
                            + ": no tag '"
                            + name
                            + "'; there are "
                            + some(names));
        }
        if (tag.axis() != moment.axis()) {
            throw new IllegalArgumentException(
                    "tag "
                            + tag.name()
                            + " is on axis "
                            + tag.axis()
                            + ", the view on "
                            + moment.axis());
        }
        return tag;
    }

    private MissingConditionsException missing(Index.Tag tag, String bank, String instead) {
        return new MissingConditionsException(
                String.format(
                        Locale.ROOT,
                        "no conditions in tag %s for %s at %s, as of sequence %d; %s",
                        tag.name(),
                        bank,
                        moment,
                        sequence,
                        instead));
    }

    private static String banks(Index.Tag tag) {
        return "the tag has "
                + some(tag.banks().values().stream().map(bank -> bank.name().toString()).toList());
    }

    /// The interval that ends before the moment, and the one that begins after it.
    private String nearest(Index.Tag tag, Index.TaggedBank bank) {
        Timeline timeline = bank.timeline();
        var words = new StringJoiner(", ");
        Timeline.Row end = timeline.at(moment.value(), sequence);
        if (end != null && end.since() > 0) {
            entry(tag, bank, timeline.at(end.since() - 1, sequence))
                    .ifPresent(before -> words.add("valid before " + before.valid()));
        }
        long next = timeline.nextSince(moment.value(), sequence);
        if (next != IntervalOfValidity.OPEN) {
            entry(tag, bank, timeline.at(next, sequence))
                    .ifPresent(after -> words.add("valid after " + after.valid()));
        }
        return words.length() == 0 ? "there is nothing before or after" : words.toString();
    }

    private static String some(List<String> names) {
        if (names.isEmpty()) return "none";
        String some = String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size())));
        return names.size() <= EXAMPLES
                ? some
                : some + " and " + (names.size() - EXAMPLES) + " more";
    }
}
