package tare.conditions.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Evidence;
import tare.conditions.type.Failure;
import tare.conditions.type.Gatekeeper;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.result.ErrorCode;

/// Whether what is stored still agrees with a campaign's candidates, bank by bank. Nothing of the
/// candidates is stored; if all is well, the log gets a mark.
final class Verification {
    private final SqliteStore store;
    private final Campaign campaign;
    private final Index index;
    private final List<Verdict.Accepted> accepted = new ArrayList<>();
    private final List<Outcome.Rejection> rejected = new ArrayList<>();
    private final List<Entry> holding = new ArrayList<>();

    Verification(SqliteStore store, Campaign campaign) {
        this.store = store;
        this.campaign = campaign;
        index = store.current();
    }

    Outcome run() throws IOException {
        Optional<Outcome.Refused> refusal =
                store.ask(
                        queries -> new Admission(new Registry(queries.handle())).refusal(campaign));
        if (refusal.isPresent()) return refusal.get();
        Gatekeeper gate = store.gatekeeper(campaign);
        for (Candidate candidate : campaign.candidates()) {
            switch (verdict(gate, candidate)) {
                case Verdict.Accepted yes -> accepted.add(yes);
                case Verdict.Rejected no -> rejected.add(new Outcome.Rejection(campaign.tag(), no));
            }
        }
        if (!rejected.isEmpty()) return new Outcome.Rejected(rejected);
        if (accepted.isEmpty()) throw new IllegalArgumentException("there is nothing to verify");
        return store.write(this::mark);
    }

    private Verdict verdict(Gatekeeper gate, Candidate candidate) {
        BankName name = candidate.name();
        Optional<Entry> valid = valid(index, name);
        if (valid.isEmpty()) {
            String nothing =
                    "nothing is valid in the tag at " + campaign.since() + " to be verified";
            return new Verdict.Rejected(name, List.of(new Failure.Structure(List.of(nothing))));
        }
        holding.add(valid.get());
        Verdict verdict = gate.verify(name, candidate.content(), evidence(name));
        return verdict instanceof Verdict.Accepted && !name.isDataLayer()
                ? outside(candidate).map(Verdict.class::cast).orElse(verdict)
                : verdict;
    }

    /// An index layer is held against the data layer that is stored.
    private Optional<Verdict.Rejected> outside(Candidate candidate) {
        var layers = new Layers(store::read);
        layers.restart(index, index.sequence() + 1);
        return layers.add(campaign, candidate.name(), candidate.content());
    }

    private Optional<Entry> valid(Index in, BankName name) {
        Index.Tag tag = in.tag(campaign.tag());
        if (tag == null) return Optional.empty();
        return in.valid(tag.name(), name.number(), campaign.since().value())
                .flatMap(
                        row ->
                                Index.entry(
                                        tag,
                                        Objects.requireNonNull(tag.banks().get(name.number())),
                                        row,
                                        in.sequence()));
    }

    /// Verification asks about what holds, whatever was promoted.
    private Evidence evidence(BankName name) {
        CalibrationType type = campaign.type();
        return new Evidence(
                content(campaign.tag(), name), content(type.policy().skipBadIn(), name));
    }

    private Optional<Bank> content(String tag, BankName name) {
        return index.valid(tag, name.number(), campaign.since().value())
                .map(row -> store.read(Objects.requireNonNull(row.payload())));
    }

    private Outcome mark(Handle handle) {
        Index now = SqliteStore.upToDate(index, new Queries(handle));
        for (Entry entry : holding) {
            Optional<Sha256> still = valid(now, entry.bank()).map(Entry::payload);
            if (still.filter(entry.payload()::equals).isPresent()) continue;
            return new Outcome.Refused(
                    ErrorCode.CONFLICT,
                    entry.bank()
                            + " of tag "
                            + campaign.tag()
                            + " changed meanwhile; verify again");
        }
        Index.Tag tag = Objects.requireNonNull(now.tag(campaign.tag()));
        var inserts = new Inserts(handle);
        var details = new TreeMap<String, String>();
        details.put("tag", tag.name());
        details.put("type", tag.type());
        details.put("still valid until", campaign.since().toString());
        details.put("banks", Integer.toString(holding.size()));
        long sequence = now.sequence() + 1;
        inserts.commit(
                sequence,
                List.of(inserts.tag(tag.name(), tag.type(), tag.axis())),
                campaign.when(),
                campaign.author(),
                "verify",
                details,
                campaign.why());
        return new Outcome.StillValid(sequence, campaign.since(), holding, accepted);
    }
}
