package tare.calibrate.graph;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.Resolved;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.journal.Author;
import tare.core.time.Moment;

/// One tag as the memory of a calibration: finds what has a key, and stores what has none yet.
///
/// The key stands in the header's extra values, so that constants made of something else are
/// another payload even if they are equal, and in the journal with all that it is made of.
record Shelf(
        ConditionsStore store,
        String tag,
        CalibrationType type,
        Optional<SystemDefinition> system,
        Author author,
        InstantSource clock) {
    private static final String KEY = "graph_key";
    private static final String ITERATION = "graph_iteration";
    private static final String CHANGE = "graph_change";
    private static final String BANKS = "graph_banks";

    /// An output with the iteration that made it.
    ///
    /// @param change since the iteration before; infinite if there is none
    record Kept(Output output, int iteration, double change) {}

    /// What became of a submission: kept, or refused.
    sealed interface Submitted {
        record Stored(Kept kept) implements Submitted {}

        record Refused(List<Verdict.Rejected> verdicts) implements Submitted {}
    }

    /// What is valid from exactly this moment on and was made of exactly this.
    Optional<Kept> find(Moment since, TaskKey key) {
        List<Resolved> banks = beginning(store.view(since));
        if (banks.isEmpty()) return Optional.empty();
        Header header = banks.getFirst().bank().header();
        if (!(header.extra().get(ITERATION) instanceof Scalar.Whole(long iteration))
                || !(header.extra().get(CHANGE) instanceof Scalar.Real(double change))) {
            return Optional.empty();
        }
        Scalar wanted = Scalar.of(key.at((int) iteration).hex());
        Scalar count = Scalar.of(banks.size());
        for (Resolved bank : banks) {
            var extra = bank.bank().header().extra();
            if (!wanted.equals(extra.get(KEY)) || !count.equals(extra.get(BANKS))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Kept(new Output(since, banks), (int) iteration, change));
    }

    /// What begins at the moment of a view.
    private List<Resolved> beginning(View view) {
        try {
            return view.entries(tag).stream()
                    .filter(entry -> entry.valid().since() == view.moment().value())
                    .map(entry -> view.bank(tag, entry.bank().number()))
                    .toList();
        } catch (MissingConditionsException _) {
            return List.of(); // no such tag: nothing was ever kept
        }
    }

    Submitted put(Moment since, TaskKey key, List<Candidate> made, int iteration, double change) {
        List<Candidate> candidates =
                made.stream()
                        .map(
                                bank ->
                                        new Candidate(
                                                bank.name(),
                                                noted(bank, key, made.size(), iteration, change)))
                        .toList();
        var campaign =
                new Campaign(tag, type, since, candidates, system, author, "", clock.instant());
        switch (store.submit(campaign)) {
            case Outcome.Rejected rejected -> {
                return new Submitted.Refused(rejected.verdicts());
            }
            case Outcome.Refused refused ->
                    throw new IllegalStateException(
                            "the store does not take constants of tag "
                                    + tag
                                    + ": "
                                    + refused.reason());
            case Outcome.Stored _, Outcome.AlreadyStored _, Outcome.StillValid _ -> {}
        }
        Kept kept =
                find(since, key)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "tag "
                                                        + tag
                                                        + " at "
                                                        + since
                                                        + ": somebody else stored other constants"
                                                        + " at the same moment"));
        return new Submitted.Stored(kept);
    }

    private Bank noted(Candidate made, TaskKey key, int banks, int iteration, double change) {
        Bank bank = made.content();
        var extra = new TreeMap<>(bank.header().extra());
        extra.put(KEY, Scalar.of(key.at(iteration).hex()));
        extra.put(ITERATION, Scalar.of(iteration));
        extra.put(CHANGE, Scalar.of(change));
        extra.put(BANKS, Scalar.of(banks));
        var details = new TreeMap<>(key.details());
        details.put("key", key.at(iteration).hex());
        details.put("iteration", Integer.toString(iteration));
        return Bank.of(
                bank.layout(),
                bank.idScheme(),
                new Header(bank.header().pulses(), bank.header().flag(), extra),
                bank.ids(),
                bank.flags(),
                bank.columns(),
                bank.journal().append(clock.instant(), author, "calibration", details, ""));
    }

    /// What the tag holds besides these outputs, from the first of them on.
    List<Entry> others(List<Output> outputs) {
        var own = new TreeSet<Long>();
        outputs.forEach(output -> own.add(output.since().value()));
        return store.history().intervals(tag, store.sequence()).stream()
                .filter(entry -> entry.valid().since() >= own.first())
                .filter(entry -> !own.contains(entry.valid().since()))
                .toList();
    }

    /// The same calibration's memory for what is on the way: its own tag and type, any content will
    /// do.
    Shelf besides(String what) {
        var any =
                new CalibrationType(
                        type.name() + "-" + what,
                        type.layout(),
                        type.idScheme(),
                        type.axis(),
                        List.of(),
                        type.validation().limit());
        return new Shelf(store, tag + "-" + what, any, system, author, clock);
    }
}
