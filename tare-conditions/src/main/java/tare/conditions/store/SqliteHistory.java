package tare.conditions.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tare.conditions.history.Commit;
import tare.conditions.history.History;
import tare.conditions.history.StoredPayload;
import tare.conditions.history.TagSummary;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.TypeVersion;
import tare.conditions.view.Entry;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;
import tare.core.time.Moment;

/// Answers from the index and, for what it does not hold, from the tables.
record SqliteHistory(SqliteStore store) implements History {
    @Override
    public List<TagSummary> tags() {
        return store.current().tags().values().stream().map(SqliteHistory::summary).toList();
    }

    private static TagSummary summary(Index.Tag tag) {
        List<Timeline.Row> rows =
                tag.banks().values().stream().flatMap(b -> b.timeline().rows().stream()).toList();
        var since = rows.stream().mapToLong(Timeline.Row::since).summaryStatistics();
        return new TagSummary(
                tag.name(),
                tag.type(),
                tag.banks().size(),
                rows.size(),
                new Moment(tag.axis(), since.getMin()),
                new Moment(tag.axis(), since.getMax()),
                rows.stream().mapToLong(Timeline.Row::sequence).max().orElse(0));
    }

    @Override
    public List<Entry> intervals(String tag, long asOfSequence) {
        Index.Tag found = store.current().tag(tag);
        if (found == null) return List.of();
        var intervals = new ArrayList<Entry>();
        for (Index.TaggedBank bank : found.banks().values()) {
            for (Timeline.Row row : bank.timeline().rows()) {
                // A row that does not count at its own begin is overwritten, or later.
                if (!row.equals(bank.timeline().at(row.since(), asOfSequence))) continue;
                Index.entry(found, bank, row, asOfSequence).ifPresent(intervals::add);
            }
        }
        return intervals;
    }

    @Override
    public List<TypeVersion> types() {
        return store.ask(Queries::types);
    }

    @Override
    public CalibrationType type(TypeVersion version) {
        return store.ask(queries -> queries.type(version))
                .orElseThrow(() -> new IllegalArgumentException("no type " + version));
    }

    @Override
    public List<Commit> log(int limit) {
        return store.ask(queries -> queries.log(limit));
    }

    @Override
    public List<Commit> log(String tag, int limit) {
        return store.ask(queries -> queries.log(tag, limit));
    }

    @Override
    public List<StoredPayload> payloads(String hashPrefix) {
        return store.ask(queries -> queries.payloads(hashPrefix, store.payloads().files()));
    }

    @Override
    public List<Entry> uses(Sha256 payload) {
        Index index = store.current();
        var uses = new ArrayList<Entry>();
        for (Index.Tag tag : index.tags().values()) {
            for (Index.TaggedBank bank : tag.banks().values()) {
                for (Timeline.Row row : bank.timeline().rows()) {
                    if (!payload.equals(row.payload())) continue;
                    Index.entry(tag, bank, row, index.sequence()).ifPresent(uses::add);
                }
            }
        }
        uses.sort(Comparator.comparingLong(Entry::sequence));
        return uses;
    }

    @Override
    public OptionalLong firstBroken() {
        return store.ask(SqliteHistory::firstBroken);
    }

    private static OptionalLong firstBroken(Queries queries) {
        List<Commit> commits = queries.log(Integer.MAX_VALUE).reversed();
        var chain = new Journal(commits.stream().map(Commit::entry).toList());
        OptionalInt broken = chain.firstBroken();
        var content = new CommitContent(queries.handle());
        for (int i = 0; i < commits.size(); i++) {
            Commit commit = commits.get(i);
            boolean intact =
                    broken.orElse(-1) != i
                            && commit.sequence() == i + 1
                            && content.isIntact(commit.sequence(), commit.entry().details());
            if (!intact) return OptionalLong.of(commit.sequence());
        }
        return OptionalLong.empty();
    }
}
