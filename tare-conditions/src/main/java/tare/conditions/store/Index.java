package tare.conditions.store;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;
import tare.core.hash.Sha256;
import tare.core.time.IntervalOfValidity;
import tare.core.time.TimeAxis;

/// All intervals of a store in memory, up to one commit. Immutable; a new one replaces it after
/// each commit.
///
/// @param sequence the commit up to which it is complete
/// @param tags by name in lower case
record Index(long sequence, SortedMap<String, Tag> tags) {
    static final Index EMPTY = new Index(0, Collections.emptySortedMap());

    /// @param type name of the calibration type of all banks
    /// @param banks by number
    record Tag(String name, String type, TimeAxis axis, SortedMap<Integer, TaggedBank> banks) {
        Optional<TaggedBank> bank(String bankName) {
            return banks.values().stream()
                    .filter(bank -> bank.name().name().equalsIgnoreCase(bankName))
                    .findFirst();
        }
    }

    record TaggedBank(BankName name, Timeline timeline) {}

    /// A row of the table `iov` with the names that its numbers stand for.
    record StoredRow(String tag, String type, TimeAxis axis, BankName bank, Timeline.Row row) {}

    @Nullable Tag tag(String name) {
        return tags.get(name.toLowerCase(Locale.ROOT));
    }

    /// This index and the rows of later commits.
    Index with(long newSequence, List<StoredRow> rows) {
        var all = new TreeMap<>(tags);
        Map<String, List<StoredRow>> byTag = rows.stream().collect(groupingBy(StoredRow::tag));
        byTag.forEach(
                (name, own) -> {
                    StoredRow any = own.getFirst();
                    Tag old = tag(name);
                    var banks = new TreeMap<Integer, TaggedBank>();
                    if (old != null) banks.putAll(old.banks());
                    addBanks(banks, own);
                    all.put(
                            name.toLowerCase(Locale.ROOT),
                            new Tag(
                                    name,
                                    any.type(),
                                    any.axis(),
                                    Collections.unmodifiableSortedMap(banks)));
                });
        return new Index(newSequence, Collections.unmodifiableSortedMap(all));
    }

    private static void addBanks(SortedMap<Integer, TaggedBank> banks, Collection<StoredRow> rows) {
        Map<BankName, List<StoredRow>> byBank = rows.stream().collect(groupingBy(StoredRow::bank));
        byBank.forEach(
                (name, own) -> {
                    TaggedBank old = banks.get(name.number());
                    Timeline timeline = old == null ? Timeline.EMPTY : old.timeline();
                    List<Timeline.Row> more = own.stream().map(StoredRow::row).toList();
                    banks.put(name.number(), new TaggedBank(name, timeline.with(more)));
                });
    }

    /// The row that counts for a bank at a moment, if it has a payload.
    Optional<Timeline.Row> valid(String tagName, int bank, long moment) {
        Tag tag = tag(tagName);
        TaggedBank tagged = tag == null ? null : tag.banks().get(bank);
        Timeline.Row row = tagged == null ? null : tagged.timeline().at(moment, sequence);
        return row == null || row.payload() == null ? Optional.empty() : Optional.of(row);
    }

    /// What a row says, in the interval in which it says so as of a commit; empty for an end.
    static Optional<Entry> entry(Tag tag, TaggedBank bank, Timeline.Row row, long asOf) {
        Sha256 payload = row.payload();
        if (payload == null) return Optional.empty();
        long until = bank.timeline().nextSince(row.since(), asOf);
        var valid = new IntervalOfValidity(tag.axis(), row.since(), until);
        return Optional.of(
                new Entry(tag.name(), bank.name(), valid, payload, row.sequence(), row.type()));
    }
}
