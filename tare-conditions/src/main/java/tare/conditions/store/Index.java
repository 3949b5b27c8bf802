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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;
import tare.conditions.view.GlobalTag;
import tare.core.hash.Sha256;
import tare.core.time.IntervalOfValidity;
import tare.core.time.TimeAxis;

/// All intervals of a store in memory, up to one commit. Immutable; a new one replaces it after
/// each commit.
///
/// @param sequence the commit up to which it is complete
/// @param tags by name in lower case
/// @param references what was promoted to be compared with, by name of the type and bank number
/// @param globalTags by name in lower case
record Index(
        long sequence,
        SortedMap<String, Tag> tags,
        SortedMap<String, Tag> references,
        SortedMap<String, StoredGlobalTag> globalTags) {
    static final Index EMPTY =
            new Index(
                    0,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap());

    /// @param type name of the calibration type of all banks
    /// @param banks by number
    record Tag(String name, String type, TimeAxis axis, SortedMap<Integer, TaggedBank> banks) {
        Optional<TaggedBank> bank(String bankName) {
            return banks.values().stream()
                    .filter(bank -> bank.name().name().equalsIgnoreCase(bankName))
                    .findFirst();
        }

        private Tag with(List<StoredRow> rows) {
            var all = new TreeMap<Integer, TaggedBank>();
            all.putAll(banks);
            addBanks(all, rows);
            return new Tag(name, type, axis, Collections.unmodifiableSortedMap(all));
        }
    }

    record TaggedBank(BankName name, Timeline timeline) {}

    /// A row of the table `iov` with the names that its numbers stand for.
    record StoredRow(String tag, String type, TimeAxis axis, BankName bank, Timeline.Row row) {}

    /// @param sequence of the commit that created it
    record StoredGlobalTag(long sequence, GlobalTag content) {}

    /// What later commits added.
    ///
    /// @param references with the tag from which they were promoted
    record Additions(
            List<StoredRow> intervals,
            List<StoredRow> references,
            List<StoredGlobalTag> globalTags) {}

    @Nullable Tag tag(String name) {
        return tags.get(name.toLowerCase(Locale.ROOT));
    }

    /// This index and the rows of later commits.
    Index with(long newSequence, Additions additions) {
        var allGlobal = new TreeMap<>(globalTags);
        for (StoredGlobalTag one : additions.globalTags()) {
            allGlobal.put(one.content().name().toLowerCase(Locale.ROOT), one);
        }
        return new Index(
                newSequence,
                with(tags, additions.intervals(), row -> row.tag().toLowerCase(Locale.ROOT)),
                with(references, additions.references(), StoredRow::type),
                Collections.unmodifiableSortedMap(allGlobal));
    }

    /// This index and intervals that are about to be stored.
    Index with(long newSequence, List<StoredRow> rows) {
        return with(newSequence, new Additions(rows, List.of(), List.of()));
    }

    private static SortedMap<String, Tag> with(
            SortedMap<String, Tag> old, List<StoredRow> rows, Function<StoredRow, String> key) {
        if (rows.isEmpty()) return old;
        var all = new TreeMap<>(old);
        rows.stream()
                .collect(groupingBy(key))
                .forEach((name, own) -> all.merge(name, tag(own), (a, b) -> a.with(own)));
        return Collections.unmodifiableSortedMap(all);
    }

    private static Tag tag(List<StoredRow> rows) {
        StoredRow any = rows.getFirst();
        return new Tag(any.tag(), any.type(), any.axis(), Collections.emptySortedMap()).with(rows);
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

    /// The row of the reference of a type's bank at a moment; empty if none was promoted.
    Optional<Timeline.Row> reference(String type, int bank, long moment) {
        Tag promoted = references.get(type);
        TaggedBank tagged = promoted == null ? null : promoted.banks().get(bank);
        return tagged == null
                ? Optional.empty()
                : Optional.ofNullable(tagged.timeline().at(moment, sequence));
    }

    /// What a candidate is compared with: the reference if one was promoted, else what holds.
    Optional<Timeline.Row> standard(String tagName, String type, int bank, long moment) {
        return reference(type, bank, moment).or(() -> valid(tagName, bank, moment));
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
