package tare.conditions.store;

import java.io.IOException;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

/// One campaign of a submission at the gate: its candidates are judged, encoded and staged one by
/// one without any lock; inside the transaction those whose reference changed are judged again.
final class CampaignGate {
    private final Submission submission;
    private final Campaign campaign;
    private final Gatekeeper gate;
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<Staged> staged = new ArrayList<>();
    private final List<Verdict.Rejected> rejected = new ArrayList<>();
    private final List<Staged> fresh = new ArrayList<>();
    private final List<Staged> unchanged = new ArrayList<>();
    private Instant latest;

    CampaignGate(Submission submission, Campaign campaign) {
        this.submission = submission;
        this.campaign = campaign;
        latest = campaign.when();
        gate = new Gatekeeper(campaign.type(), campaign.system());
    }

    Campaign campaign() {
        return campaign;
    }

    List<Staged> staged() {
        return staged;
    }

    List<Verdict.Rejected> rejected() {
        return rejected;
    }

    List<Staged> fresh() {
        return fresh;
    }

    List<Staged> unchanged() {
        return unchanged;
    }

    /// The campaign's own time, or that of the latest journal entry of a candidate.
    Instant latest() {
        return latest;
    }

    void requireTag(Index index) {
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

    /// Judges all candidates.
    ///
    /// @param index what was stored before, and the campaigns before this one
    /// @param sequence of the commit, if nobody comes before
    /// @return that, and the accepted candidates
    Index judgeAll(Index index, long sequence) throws IOException {
        requireTag(index);
        for (Candidate candidate : campaign.candidates()) add(index, candidate);
        if (!numbers.isEmpty()) return with(index, sequence, staged);
        throw new IllegalArgumentException(
                "the campaign for tag " + campaign.tag() + " has no candidates");
    }

    private Index with(Index index, long sequence, List<Staged> some) {
        var rows = some.stream().map(one -> one.provisionalRow(campaign, sequence)).toList();
        return index.with(sequence, rows);
    }

    private void add(Index index, Candidate candidate) throws IOException {
        BankName name = candidate.name();
        if (!numbers.add(name.number()) || !names.add(name.name().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a campaign has each bank once, got again: " + name);
        }
        Sha256 reference = referenceIn(index, name);
        switch (judge(index, name, candidate.content(), reference)) {
            case Verdict.Rejected verdict -> rejected.add(verdict);
            case Verdict.Accepted verdict -> {
                if (submission.isAccepted()) stage(verdict, candidate.content(), reference);
            }
        }
    }

    private @Nullable Sha256 referenceIn(Index index, BankName name) {
        return index.valid(campaign.tag(), name.number(), campaign.since().value())
                .map(Timeline.Row::payload)
                .orElse(null);
    }

    private Verdict judge(Index index, BankName name, Bank candidate, @Nullable Sha256 reference)
            throws IOException {
        Optional<Verdict.Rejected> conflict = nameConflict(index, name);
        if (conflict.isPresent()) return conflict.get();
        Bank before =
                reference == null || !campaign.type().needsReference()
                        ? null
                        : submission.content(reference);
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
        staged.add(
                new Staged(
                        verdict,
                        payload.identity(),
                        payload.rawBytes(),
                        payload.container().byteSize(),
                        submission.stage(payload),
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

    /// Judges again what has another reference by now, and finds out what is new.
    ///
    /// @param index what is stored, and the campaigns before this one
    /// @return that, and what is new of this one
    Index settle(Index index, long sequence) throws IOException {
        requireTag(index);
        for (Staged one : staged) {
            judgeAgain(index, one);
            (one.identity().equals(referenceIn(index, one.name())) ? unchanged : fresh).add(one);
        }
        return with(index, sequence, fresh);
    }

    private void judgeAgain(Index index, Staged one) throws IOException {
        Sha256 reference = referenceIn(index, one.name());
        Verdict verdict = one.verdict();
        if (campaign.type().needsReference() && !Objects.equals(reference, one.reference())) {
            Bank content = submission.content(one.identity()).with(one.journal());
            verdict = judge(index, one.name(), content, reference);
        } else if (nameConflict(index, one.name()).isPresent()) {
            verdict = nameConflict(index, one.name()).get();
        }
        if (verdict instanceof Verdict.Rejected no) rejected.add(no);
    }

    /// Adds the rows of all that is new.
    ///
    /// @return the number of the tag
    long insert(Inserts inserts, long sequence) {
        long type = inserts.type(campaign.type(), sequence);
        long tag = inserts.tag(campaign.tag(), campaign.type().name(), campaign.type().axis());
        for (Staged one : fresh) {
            inserts.bank(tag, one.name());
            long payload =
                    inserts.payload(one.identity(), one.rawBytes(), one.storedBytes(), one.body());
            long journal = inserts.journal(one.journal());
            long since = campaign.since().value();
            inserts.interval(tag, one.name().number(), since, sequence, payload, type, journal);
        }
        return tag;
    }

    SortedMap<String, String> details() {
        var details = new TreeMap<String, String>();
        details.put("tag", campaign.tag());
        details.put("type", campaign.type().name());
        details.put("since", campaign.since().toString());
        details.put("banks", Integer.toString(fresh.size()));
        details.put("unchanged", Integer.toString(unchanged.size()));
        return details;
    }

    List<Entry> entries(Index index, List<Staged> some) {
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
}
