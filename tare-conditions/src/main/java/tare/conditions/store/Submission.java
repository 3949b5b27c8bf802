package tare.conditions.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.conditions.payload.Payload;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Failure;
import tare.conditions.type.Gatekeeper;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;

/// One campaign's way through the gate into the store.
///
/// Candidates are judged, encoded and staged one by one without any lock. The transaction then
/// finds out what is new; a bank whose reference changed in between is judged again.
final class Submission implements AutoCloseable {
    private final SqliteStore store;
    private final Campaign campaign;
    private final Gatekeeper gate;
    private final Index before;
    private final Staging staging;
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<Staged> staged = new ArrayList<>();
    private final List<Verdict.Rejected> rejected = new ArrayList<>();
    private Instant latest;

    /// @param body for the database; null if the container is on disk or was stored before
    /// @param reference against which it was judged
    private record Staged(
            Verdict.Accepted verdict,
            Sha256 identity,
            long rawBytes,
            long storedBytes,
            byte @Nullable [] body,
            Journal journal,
            @Nullable Sha256 reference) {
        BankName name() {
            return verdict.bank();
        }
    }

    Submission(SqliteStore store, Campaign campaign) {
        this.store = store;
        this.campaign = campaign;
        latest = campaign.when();
        gate = new Gatekeeper(campaign.type(), campaign.system());
        before = store.current();
        staging = new Staging(store.payloads().files());
        requireTag(before);
    }

    private void requireTag(Index index) {
        Index.Tag tag = index.tag(campaign.tag());
        CalibrationType type = campaign.type();
        if (tag != null && !(tag.type().equals(type.name()) && tag.axis() == type.axis())) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "tag %s holds type %s on axis %s, the campaign brings %s on axis %s",
                            tag.name(),
                            tag.type(),
                            tag.axis(),
                            type.name(),
                            type.axis()));
        }
    }

    void add(Candidate candidate) throws IOException {
        BankName name = candidate.name();
        if (!numbers.add(name.number()) || !names.add(name.name().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a campaign has each bank once, got again: " + name);
        }
        Sha256 reference = referenceIn(before, name);
        switch (judge(before, name, candidate.content(), reference)) {
            case Verdict.Rejected verdict -> rejected.add(verdict);
            case Verdict.Accepted verdict -> {
                if (rejected.isEmpty()) stage(verdict, candidate.content(), reference);
            }
        }
    }

    private @Nullable Sha256 referenceIn(Index index, BankName name) {
        return index.valid(campaign.tag(), name.number(), campaign.since().value())
                .map(Timeline.Row::payload)
                .orElse(null);
    }

    private Verdict judge(Index index, BankName name, Bank candidate, @Nullable Sha256 reference) {
        Optional<Verdict.Rejected> conflict = nameConflict(index, name);
        if (conflict.isPresent()) return conflict.get();
        Bank before =
                reference == null || !campaign.type().needsReference()
                        ? null
                        : store.read(reference);
        return gate.judge(name, candidate, before);
    }

    /// A bank keeps its name within a tag.
    private Optional<Verdict.Rejected> nameConflict(Index index, BankName name) {
        Index.Tag tag = index.tag(campaign.tag());
        if (tag == null) return Optional.empty();
        Index.TaggedBank sameNumber = tag.banks().get(name.number());
        Optional<BankName> known =
                sameNumber == null
                        ? tag.bank(name.name()).map(Index.TaggedBank::name)
                        : Optional.of(sameNumber.name());
        return known.filter(old -> !old.isSameAs(name))
                .map(old -> new Failure.Structure(List.of("the tag already has " + old)))
                .map(failure -> new Verdict.Rejected(name, List.of(failure)));
    }

    private void stage(Verdict.Accepted verdict, Bank bank, @Nullable Sha256 reference)
            throws IOException {
        Payload payload = BankFormat.write(bank, Compression.SMALLER);
        byte[] body =
                switch (store.keeping(payload.identity())) {
                    case WHOLE -> null;
                    case DAMAGED -> staging.addFile(payload);
                    case NOT -> staging.add(payload);
                };
        staged.add(
                new Staged(
                        verdict,
                        payload.identity(),
                        payload.rawBytes(),
                        payload.container().byteSize(),
                        body,
                        journal(bank.journal()),
                        reference));
    }

    private Journal journal(Journal ofBank) {
        Map<String, String> details =
                Map.of(
                        "tag", campaign.tag(),
                        "type", campaign.type().name(),
                        "type sha256", campaign.type().identity().hex(),
                        "since", campaign.since().toString());
        Instant when = notBefore(ofBank);
        if (when.isAfter(latest)) latest = when;
        return ofBank.append(when, campaign.author(), "store", details, campaign.why());
    }

    /// Candidates may be made while they are submitted, later than the campaign was.
    private Instant notBefore(Journal ofBank) {
        return Stream.concat(
                        Stream.of(campaign.when()),
                        ofBank.entries().stream().map(JournalEntry::when))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Judges the campaign as a whole and stores it.
    Outcome commit() throws IOException {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(
                    "the campaign for tag " + campaign.tag() + " has no candidates");
        }
        if (!rejected.isEmpty()) return new Outcome.Rejected(rejected);
        staging.publish();
        return store.write(this::commit);
    }

    private Outcome commit(Handle handle) {
        var queries = new Queries(handle);
        Index now = SqliteStore.upToDate(before, queries);
        requireTag(now);
        for (Staged one : staged) judgeAgain(queries, now, one);
        if (!rejected.isEmpty()) return new Outcome.Rejected(rejected);

        var fresh = new ArrayList<Staged>();
        var unchanged = new ArrayList<Staged>();
        for (Staged one : staged) {
            (one.identity().equals(referenceIn(now, one.name())) ? unchanged : fresh).add(one);
        }
        if (fresh.isEmpty()) return new Outcome.AlreadyStored(entries(now, unchanged));
        long sequence = now.sequence() + 1;
        insert(handle, sequence, fresh, unchanged.size());
        Index after = now.with(sequence, queries.rowsAfter(now.sequence()));
        return new Outcome.Stored(
                sequence,
                entries(after, fresh),
                entries(after, unchanged),
                staged.stream().map(Staged::verdict).toList());
    }

    private void judgeAgain(Queries queries, Index now, Staged one) {
        Sha256 reference = referenceIn(now, one.name());
        Verdict verdict = one.verdict();
        if (campaign.type().needsReference() && !Objects.equals(reference, one.reference())) {
            verdict = judge(now, one.name(), content(queries, one), reference);
        } else if (nameConflict(now, one.name()).isPresent()) {
            verdict = nameConflict(now, one.name()).get();
        }
        if (verdict instanceof Verdict.Rejected no) rejected.add(no);
    }

    private Bank content(Queries queries, Staged one) {
        byte[] body = one.body();
        if (body != null) return BankFormat.read(MemorySegment.ofArray(body)).with(one.journal());
        Payloads payloads = store.payloads();
        return queries.payload(one.identity())
                .map(payloads::read)
                .orElseGet(() -> payloads.readFile(one.identity(), one.rawBytes()))
                .with(one.journal());
    }

    private void insert(Handle handle, long sequence, List<Staged> fresh, int unchanged) {
        var inserts = new Inserts(handle);
        long type = inserts.type(campaign.type());
        long tag = inserts.tag(campaign.tag(), campaign.type().name(), campaign.type().axis());
        for (Staged one : fresh) {
            inserts.bank(tag, one.name());
            long payload =
                    inserts.payload(one.identity(), one.rawBytes(), one.storedBytes(), one.body());
            long journal = inserts.journal(one.journal());
            long since = campaign.since().value();
            inserts.interval(tag, one.name().number(), since, sequence, payload, type, journal);
        }
        var details = new TreeMap<String, String>();
        details.put("tag", campaign.tag());
        details.put("type", campaign.type().name());
        details.put("since", campaign.since().toString());
        details.put("banks", Integer.toString(fresh.size()));
        details.put("unchanged", Integer.toString(unchanged));
        inserts.commit(sequence, tag, latest, campaign.author(), "store", details, campaign.why());
    }

    private List<Entry> entries(Index index, List<Staged> some) {
        Index.Tag tag = Objects.requireNonNull(index.tag(campaign.tag()));
        var entries = new ArrayList<Entry>();
        for (Staged one : some) {
            Index.TaggedBank bank = Objects.requireNonNull(tag.banks().get(one.name().number()));
            index.valid(tag.name(), one.name().number(), campaign.since().value())
                    .flatMap(row -> Index.entry(tag, bank, row, index.sequence()))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        staging.close();
    }
}
