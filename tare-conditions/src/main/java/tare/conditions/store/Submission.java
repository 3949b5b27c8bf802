package tare.conditions.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.Payload;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Evidence;
import tare.conditions.type.Gatekeeper;
import tare.conditions.view.Entry;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.result.ErrorCode;

/// The way of one or several campaigns through the gate into the store, in one commit.
///
/// A later campaign sees the earlier ones as if they were stored: for what it is compared with, and
/// for what is new.
final class Submission implements AutoCloseable {
    private final SqliteStore store;
    private final List<CampaignGate> gates = new ArrayList<>();
    private final Staging staging;
    private final Layers layers;

    Submission(SqliteStore store, List<Campaign> campaigns) {
        this.store = store;
        staging = new Staging(store.payloads().files());
        layers = new Layers(store::read);
        campaigns.forEach(campaign -> gates.add(new CampaignGate(this, campaign)));
        if (gates.isEmpty()) throw new IllegalArgumentException("nothing was submitted");
        if (campaigns.stream().map(Campaign::author).distinct().count() > 1) {
            throw new IllegalArgumentException("one commit has one author");
        }
        requireDistinct(campaigns);
        requireOneContent(campaigns);
    }

    private static void requireDistinct(List<Campaign> campaigns) {
        var seen = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (Campaign one : campaigns) {
            if (seen.add(one.tag() + " from " + one.since())) continue;
            throw new IllegalArgumentException(
                    "two campaigns for tag "
                            + one.tag()
                            + " from "
                            + one.since()
                            + ": make it one");
        }
    }

    private static void requireOneContent(List<Campaign> campaigns) {
        var types = new HashMap<String, CalibrationType>();
        for (Campaign one : campaigns) {
            CalibrationType other = types.putIfAbsent(one.type().name(), one.type());
            if (other == null || other.equals(one.type())) continue;
            throw new IllegalArgumentException(
                    "one commit has one content of type " + one.type().name() + ", got two");
        }
    }

    /// Judges everything and, if all is accepted, stores what is new.
    Outcome run() throws IOException {
        Optional<Outcome.Refused> refusal = store.ask(this::refusal);
        if (refusal.isPresent()) return refusal.get();
        Index before = store.current();
        Index expected = before;
        layers.restart(before, before.sequence() + 1);
        try {
            for (CampaignGate gate : gates) {
                expected = gate.judgeAll(expected, before.sequence() + 1);
            }
            if (!isAccepted()) return rejected();
            staging.publish();
            return store.write(handle -> commit(handle, before));
        } catch (ConflictException e) {
            return new Outcome.Refused(ErrorCode.CONFLICT, e.reason());
        }
    }

    private Optional<Outcome.Refused> refusal(Queries queries) {
        var admission = new Admission(new Registry(queries.handle()));
        return gates.stream()
                .flatMap(gate -> admission.refusal(gate.campaign()).stream())
                .findFirst();
    }

    Gatekeeper gatekeeper(Campaign campaign) {
        return store.gatekeeper(campaign);
    }

    /// What was let in so far, of types with a data layer.
    Layers layers() {
        return layers;
    }

    /// The banks that a candidate is held against, as far as its type wants them.
    Evidence evidence(CalibrationType type, Staged.Standard standard) throws IOException {
        Sha256 reference = type.needsReference() ? standard.reference() : null;
        Sha256 status = standard.status();
        return new Evidence(
                reference == null ? Optional.empty() : Optional.of(content(reference)),
                status == null ? Optional.empty() : Optional.of(content(status)));
    }

    /// Whether no candidate was rejected so far.
    boolean isAccepted() {
        return gates.stream().allMatch(gate -> gate.rejected().isEmpty());
    }

    /// The content of a payload that is stored, or on its way.
    Bank content(Sha256 identity) throws IOException {
        Optional<Bank> own = staging.content(identity);
        return own.isPresent() ? own.get() : store.read(identity);
    }

    /// @return the body for the database; null if the container is on disk or was stored before
    byte @Nullable [] stage(Payload payload) throws IOException {
        return switch (store.keeping(payload.identity())) {
            case WHOLE -> null;
            case DAMAGED -> staging.addFile(payload);
            case NOT -> staging.add(payload);
        };
    }

    private Outcome commit(Handle handle, Index before) {
        var queries = new Queries(handle);
        Optional<Outcome.Refused> refusal = refusal(queries);
        if (refusal.isPresent()) return refusal.get();
        Index now = SqliteStore.upToDate(before, queries);
        long sequence = now.sequence() + 1;
        settle(now, sequence);
        if (!isAccepted()) return rejected();
        List<CampaignGate> news = gates.stream().filter(gate -> !gate.fresh().isEmpty()).toList();
        if (news.isEmpty()) return new Outcome.AlreadyStored(entries(now, CampaignGate::unchanged));
        insert(new Inserts(handle), sequence, news);
        Index after = now.with(sequence, queries.additionsAfter(now.sequence()));
        return new Outcome.Stored(
                sequence,
                entries(after, CampaignGate::fresh),
                entries(after, CampaignGate::unchanged),
                gates.stream()
                        .flatMap(gate -> gate.staged().stream().map(Staged::verdict))
                        .toList());
    }

    private void settle(Index now, long sequence) {
        layers.restart(now, sequence);
        try {
            Index settled = now;
            for (CampaignGate gate : gates) settled = gate.settle(settled, sequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(Inserts inserts, long sequence, List<CampaignGate> news) {
        var tags = new TreeSet<Long>();
        var details = new TreeMap<String, String>();
        for (CampaignGate gate : news) {
            tags.add(gate.insert(inserts, sequence));
            String number = news.size() == 1 ? "" : " " + (news.indexOf(gate) + 1);
            gate.details().forEach((name, value) -> details.put(name + number, value));
        }
        inserts.commit(
                sequence,
                tags,
                gates.stream()
                        .map(CampaignGate::latest)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                gates.getFirst().campaign().author(),
                "store",
                details,
                gates.stream()
                        .map(gate -> gate.campaign().why())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private Outcome rejected() {
        var reasons = new ArrayList<Outcome.Rejection>();
        for (CampaignGate gate : gates) {
            gate.rejected()
                    .forEach(no -> reasons.add(new Outcome.Rejection(gate.campaign().tag(), no)));
        }
        return new Outcome.Rejected(reasons);
    }

    private List<Entry> entries(Index index, Function<CampaignGate, List<Staged>> which) {
        return gates.stream()
                .flatMap(gate -> gate.entries(index, which.apply(gate)).stream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        staging.close();
    }
}
