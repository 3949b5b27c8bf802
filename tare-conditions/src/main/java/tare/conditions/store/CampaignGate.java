package tare.conditions.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.conditions.payload.Payload;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Failure;
import tare.conditions.type.Gatekeeper;
import tare.conditions.type.SystemDefinition;
import tare.conditions.type.Validated;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;

/// One campaign of a submission at the gate: its candidates are judged, encoded and staged one by
/// one without any lock; inside the transaction those whose reference changed are judged again,
/// and so is whether index layers and data layers fit each other.
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
        gate = submission.gatekeeper(campaign);
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
        Staged.Standard standard = standard(index, name);
        Validated validated = validate(index, name, candidate.content(), standard);
        switch (fitting(validated)) {
            case Verdict.Rejected verdict -> rejected.add(verdict);
            case Verdict.Accepted verdict -> {
                if (submission.isAccepted()) stage(verdict, candidate, validated.bank(), standard);
            }
        }
    }

    /// The verdict, or that an index would point outside its data layer; no override helps.
    private Verdict fitting(Validated validated) {
        return switch (validated.verdict()) {
            case Verdict.Rejected no -> no;
            case Verdict.Accepted yes ->
                    submission
                            .layers()
                            .add(campaign, yes.bank(), validated.bank())
                            .map(Verdict.class::cast)
                            .orElse(yes);
        };
    }

    private Staged.Standard standard(Index index, BankName name) {
        long since = campaign.since().value();
        CalibrationType type = campaign.type();
        return new Staged.Standard(
                index.standard(campaign.tag(), type.name(), name.number(), since)
                        .map(Timeline.Row::payload)
                        .orElse(null),
                index.valid(type.policy().skipBadIn(), name.number(), since)
                        .map(Timeline.Row::payload)
                        .orElse(null));
    }

    private Validated validate(Index index, BankName name, Bank candidate, Staged.Standard standard)
            throws IOException {
        requireSameDefinition(name);
        Optional<Verdict.Rejected> conflict = nameConflict(index, name);
        if (conflict.isPresent()) return new Validated(candidate, conflict.get(), new BitSet());
        Validated validated =
                gate.validate(name, candidate, submission.evidence(campaign.type(), standard));
        return campaign.override().map(validated::overridden).orElse(validated);
    }

    /// What the program takes for a detector's bank must be what the store takes for it.
    private void requireSameDefinition(BankName name) {
        if (campaign.system().isEmpty() || gate.system().isEmpty()) return;
        if (name.isDataLayer()) return;
        SystemDefinition program = campaign.system().get();
        SystemDefinition stored = gate.system().get();
        int number = name.number();
        boolean same =
                program == stored
                        || (program.bank(number).equals(stored.bank(number))
                                && (program.bank(number).isEmpty()
                                        || program.channelIds(number)
                                                .hasSameBits(stored.channelIds(number))));
        if (same) return;
        throw new ConflictException(
                "the program's definition of "
                        + name
                        + " is not that of detector "
                        + campaign.type().detector()
                        + " in the store: other channels are another store");
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

    private void stage(
            Verdict.Accepted verdict, Candidate candidate, Bank bank, Staged.Standard standard)
            throws IOException {
        Payload payload = BankFormat.write(bank, Compression.SMALLER);
        Sha256 submitted =
                bank == candidate.content() ? null : BankFormat.identity(candidate.content());
        Sha256 changed = payload.identity().equals(submitted) ? null : submitted;
        Journal journal = new Signature(campaign).sign(verdict, bank, changed, standard);
        Instant when = journal.entries().getLast().when();
        if (when.isAfter(latest)) latest = when;
        staged.add(
                new Staged(
                        verdict,
                        payload.identity(),
                        changed,
                        payload.rawBytes(),
                        payload.container().byteSize(),
                        submission.stage(payload),
                        journal,
                        standard));
    }

    /// Judges again what has another reference by now, and finds out what is new.
    ///
    /// @param index what is stored, and the campaigns before this one
    /// @return that, and what is new of this one
    Index settle(Index index, long sequence) throws IOException {
        requireTag(index);
        long since = campaign.since().value();
        for (Staged one : staged) {
            judgeAgain(index, one);
            boolean known =
                    index.valid(campaign.tag(), one.name().number(), since)
                            .filter(one::isIn)
                            .isPresent();
            (known ? unchanged : fresh).add(one);
            if (!known) {
                submission
                        .layers()
                        .add(campaign, one.name(), one.identity())
                        .ifPresent(rejected::add);
            }
        }
        return with(index, sequence, fresh);
    }

    /// What validation marked cannot be judged again: flags come from the candidate's own data,
    /// which is gone.
    private void judgeAgain(Index index, Staged one) throws IOException {
        Staged.Standard standard = standard(index, one.name());
        boolean matters = campaign.type().needsReference() || standard.status() != null;
        Verdict verdict = one.verdict();
        if (matters && !standard.equals(one.standard())) {
            if (campaign.type().marks() || campaign.override().isPresent()) {
                throw new ConflictException(
                        "what "
                                + one.name()
                                + " of tag "
                                + campaign.tag()
                                + " is compared with changed meanwhile; submit it again");
            }
            Bank content = submission.content(one.identity()).with(one.journal());
            verdict = validate(index, one.name(), content, standard).verdict();
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
            inserts.interval(
                    tag,
                    one.name().number(),
                    since,
                    sequence,
                    payload,
                    type,
                    journal,
                    one.candidate());
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
