package tare.conditions.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tare.conditions.type.BankName;
import tare.core.journal.Journal;
import tare.core.operation.Indirection;

/// The rows that end the validity of banks.
///
/// @param tag null if the store has no such tag
/// @param valid what holds when it ends, by bank
record Closing(
        Index now, Ending ending, Index.@Nullable Tag tag, SortedMap<Integer, Timeline.Row> valid) {
    static Closing of(Index now, Ending ending) {
        Index.Tag tag = now.tag(ending.tag());
        if (tag != null && tag.axis() != ending.from().axis()) {
            throw new IllegalArgumentException(
                    tag.name() + " is on axis " + tag.axis() + ", not " + ending.from().axis());
        }
        var valid = new TreeMap<Integer, Timeline.Row>();
        for (int bank : ending.banks()) {
            now.valid(ending.tag(), bank, ending.from().value())
                    .ifPresent(row -> valid.put(bank, row));
        }
        return new Closing(now, ending, tag, valid);
    }

    /// This closing, if every index layer that stays keeps its data layer.
    ///
    /// @throws IllegalArgumentException naming those that do not
    Closing requireFit(Layers layers) {
        if (tag == null || !valid.containsKey(Indirection.DATA_LAYER)) return this;
        List<String> misfits =
                layers.misfits(ended(tag), tag.name(), BankName.DATA_LAYER, ending.from().value());
        if (misfits.isEmpty()) return this;
        throw new IllegalArgumentException(
                "the data layer of tag "
                        + tag.name()
                        + " cannot end at "
                        + ending.from()
                        + " before the banks that need it, end them as well: "
                        + String.join("; ", misfits));
    }

    private Index ended(Index.Tag of) {
        long sequence = now.sequence() + 1;
        long since = ending.from().value();
        var rows = new ArrayList<Index.StoredRow>();
        valid.forEach(
                (bank, row) ->
                        rows.add(
                                new Index.StoredRow(
                                        of.name(),
                                        of.type(),
                                        of.axis(),
                                        Objects.requireNonNull(of.banks().get(bank)).name(),
                                        new Timeline.Row(
                                                since, sequence, null, row.type(), 0, null))));
        return now.with(sequence, rows);
    }

    /// The sequence of the commit; empty if nothing was valid.
    OptionalLong write(Handle handle) {
        if (tag == null || valid.isEmpty()) return OptionalLong.empty();
        long sequence = now.sequence() + 1;
        var inserts = new Inserts(handle);
        long tagId = inserts.tag(tag.name(), tag.type(), tag.axis());
        var details = Map.of("tag", tag.name(), "since", ending.from().toString());
        Journal journal =
                Journal.EMPTY.append(ending.when(), ending.author(), "end", details, ending.why());
        long journalId = inserts.journal(journal);
        valid.forEach(
                (bank, row) -> {
                    long type = inserts.type(row.type());
                    long since = ending.from().value();
                    inserts.interval(tagId, bank, since, sequence, null, type, journalId, null);
                });
        var all = new TreeMap<>(details);
        all.put("banks", Integer.toString(valid.size()));
        inserts.commit(
                sequence, List.of(tagId), ending.when(), ending.author(), "end", all, ending.why());
        return OptionalLong.of(sequence);
    }
}
