package tare.calibrate.slot;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tare.calibrate.accumulate.Accumulator;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.Moment;

/// A calibration in slots that survives its process.
///
/// Constants of a finished slot and the state after it are one commit. So whenever it is killed,
/// the next one finds a state that fits the constants and goes on after the watermark. What comes
/// out is to the bit what an undisturbed one would have made.
///
/// One at a time for a tag: another one's commit is noticed before the next is made. Not
/// thread-safe. After an exception, resume.
///
/// @param <A> the accumulator
public final class SlotCalibration<A extends Accumulator<A, ?>> {
    private final SlotRecipe<A> recipe;
    private final SlotTags tags;
    private final CalibrationType sumsType;
    private final ConditionsStore store;
    private final Author author;
    private final InstantSource clock;
    private final Consumer<SlotOutcome> report;
    private final SlotAccumulation<A> accumulation;
    private @Nullable Sha256 stored;

    /// A calibration that goes on from where the store says, or begins.
    ///
    /// @param clock for journals; no constants depend on it
    /// @param report is told of each finished slot
    /// @throws IllegalArgumentException if the store keeps partial sums of another kind or of other
    ///     channels under this tag
    public SlotCalibration(
            SlotRecipe<A> recipe,
            ConditionsStore store,
            Author author,
            InstantSource clock,
            Consumer<SlotOutcome> report) {
        this.recipe = recipe;
        this.store = store;
        this.author = author;
        this.clock = clock;
        this.report = report;
        tags = recipe.tags();
        sumsType = tags.sumsType(recipe.sums());
        View view = store.view(tags.always());
        stored = kept(view);
        SlotState<A> from = stored == null ? SlotState.start(recipe.sums()) : read(view);
        accumulation = new SlotAccumulation<>(recipe.slots(), recipe.sums(), from, this::take);
    }

    private SlotState<A> read(View view) {
        Bank bank = view.bank(tags.sumsTag(), SlotTags.SUMS.number()).bank();
        return SlotBank.read(recipe.sums(), recipe.slots().axis(), bank);
    }

    /// The payload of the newest state; null if there is none yet.
    private @Nullable Sha256 kept(View view) {
        try {
            return view.entries(tags.sumsTag()).stream()
                    .map(Entry::payload)
                    .findFirst()
                    .orElse(null);
        } catch (MissingConditionsException _) {
            return null; // no such tag: nothing was ever kept
        }
    }

    /// From where the source must deliver.
    public long position() {
        return state().watermark().resume();
    }

    /// Where it is; the sums change with the next input.
    public SlotState<A> state() {
        return accumulation.state();
    }

    /// As [SlotAccumulation#add]; finished slots are stored before it returns.
    public Arrival add(SlotInput<A> input) {
        return accumulation.add(input);
    }

    /// As [SlotAccumulation#endOfRun], and keeps the state.
    public void endOfRun() {
        accumulation.endOfRun();
        checkpoint();
    }

    /// As [SlotAccumulation#closeAnyway], and keeps the state.
    public void closeAnyway() {
        accumulation.closeAnyway();
        checkpoint();
    }

    /// Keeps the sums as they are, so that less is read again after a crash. Each one stays in the
    /// store for ever: once a run is often enough.
    public void checkpoint() {
        remember(submit(sumsCampaign(state(), "checkpoint")));
    }

    private void take(Slot slot, A sums, SlotState<A> after) {
        switch (recipe.fit().constants(slot, sums)) {
            case Result.Failed<List<Candidate>>(
                            ErrorCode code,
                            String why,
                            List<String> details) -> {
                String reason = details.isEmpty() ? why : why + "; " + String.join("; ", details);
                setAside(slot, sums, after, code + ": " + reason);
                report.accept(new SlotOutcome.Failed(slot, code, reason));
            }
            case Result<List<Candidate>> made -> store(slot, sums, after, made.orElseThrow());
        }
    }

    private void store(Slot slot, A sums, SlotState<A> after, List<Candidate> made) {
        List<Candidate> constants =
                made.stream()
                        .map(one -> new Candidate(one.name(), noted(one.content(), slot)))
                        .toList();
        var result = campaign(tags.tag(), tags.type(), slot.since(), constants, slot.toString());
        switch (submit(result, sumsCampaign(after, "after " + slot))) {
            case Outcome.Rejected rejected -> {
                setAside(slot, sums, after, rejected.verdicts().toString());
                report.accept(new SlotOutcome.Refused(slot, rejected.verdicts()));
            }
            case Outcome.Refused refused ->
                    throw new IllegalStateException(
                            "the store does not take constants of tag "
                                    + tags.tag()
                                    + ": "
                                    + refused.reason());
            case Outcome accepted -> {
                remember(accepted);
                report.accept(new SlotOutcome.Stored(slot, entries(accepted, tags.tag())));
            }
        }
    }

    /// Keeps the sums of a slot without constants where an expert finds them.
    private void setAside(Slot slot, A sums, SlotState<A> after, String reason) {
        Journal journal =
                Journal.EMPTY.append(clock.instant(), author, "refuse", details(slot), reason);
        Bank bank = sums.toBank(recipe.sums().channels(), journal);
        var kept = List.of(new Candidate(SlotTags.SUMS, bank));
        var refused = campaign(tags.refusedTag(), sumsType, slot.since(), kept, slot.toString());
        remember(submit(refused, sumsCampaign(after, "after " + slot + ", which was refused")));
    }

    private Bank noted(Bank bank, Slot slot) {
        return bank.with(bank.journal().append(clock.instant(), author, "slot", details(slot), ""));
    }

    private Map<String, String> details(Slot slot) {
        return Map.of(
                "since", slot.since().toString(),
                "until", new Moment(slot.valid().axis(), slot.valid().until() - 1) + " included",
                "inputs", Long.toString(slot.inputs()),
                "first", slot.valid().axis().format(slot.first()),
                "last", slot.valid().axis().format(slot.last()),
                "sums before sha256", stored == null ? "none" : stored.hex());
    }

    private Campaign sumsCampaign(SlotState<A> state, String why) {
        var details =
                Map.of(
                        "inputs up to", Long.toString(state.watermark().seen()),
                        "resume at", Long.toString(state.watermark().resume()),
                        "tally", state.tally().toString(),
                        "follows sha256", stored == null ? "none" : stored.hex());
        Journal journal = Journal.EMPTY.append(clock.instant(), author, "accumulate", details, why);
        Bank bank = SlotBank.write(recipe.sums(), recipe.slots().axis(), state, journal);
        var candidates = List.of(new Candidate(SlotTags.SUMS, bank));
        return campaign(tags.sumsTag(), sumsType, tags.always(), candidates, why);
    }

    private Campaign campaign(
            String tag, CalibrationType type, Moment since, List<Candidate> banks, String why) {
        Optional<SystemDefinition> system =
                type.equals(tags.type()) ? tags.system() : Optional.empty();
        return new Campaign(tag, type, since, banks, system, author, why, clock.instant());
    }

    /// The state in the store must be the one that this calibration left there.
    private Outcome submit(Campaign... campaigns) {
        Sha256 now = kept(store.view(tags.always()));
        if (!Objects.equals(now, stored)) {
            throw new IllegalStateException(
                    "another calibration stores partial sums in %s: %s instead of %s; stop one"
                            .formatted(tags.sumsTag(), now, stored));
        }
        return store.submit(List.of(campaigns));
    }

    private void remember(Outcome outcome) {
        stored = entries(outcome, tags.sumsTag()).getFirst().payload();
    }

    private static List<Entry> entries(Outcome outcome, String tag) {
        Stream<Entry> all =
                switch (outcome) {
                    case Outcome.Stored(_, List<Entry> fresh, List<Entry> unchanged, _) ->
                            Stream.concat(fresh.stream(), unchanged.stream());
                    case Outcome.AlreadyStored(List<Entry> unchanged) -> unchanged.stream();
                    case Outcome.Rejected rejected ->
                            throw new IllegalStateException(
                                    "the store refuses partial sums: " + rejected.verdicts());
                    case Outcome.Refused refused ->
                            throw new IllegalStateException(
                                    "the store refuses partial sums: " + refused.reason());
                    case Outcome.StillValid holds -> holds.holding().stream();
                };
        return all.filter(entry -> entry.tag().equalsIgnoreCase(tag)).toList();
    }
}
