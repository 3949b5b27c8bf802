package tare.calibrate.slot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import tare.calibrate.accumulate.Sums;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.result.Result;
import tare.core.time.TimeAxis;

/// Pedestals of the small detector in slots, in twofold precision so that every bit shows, with a
/// hook before each step at which a program can be killed.
final class Pedestals {
    static final String TAG = "pedestal";
    static final Slots SLOTS = Slots.every(TimeAxis.RUN, 8).waiting(5).atLeast(15, 0.9);
    static final Author AUTHOR = new Author("ada", "test");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z"));

    private static final BankLayout LAYOUT =
            new BankLayout(
                    "pedestal",
                    1,
                    List.of(
                            new FieldDefinition("mean", "ADC", FieldType.F64),
                            new FieldDefinition("n", "1", FieldType.I64)));
    private static final int INPUTS = 18;
    private static final int CHECKPOINT_EVERY = 5;

    private Pedestals() {}

    static CalibrationType type(double maxAdc) {
        return new CalibrationType(
                "pedestal",
                LAYOUT,
                Detector.SCHEME,
                TimeAxis.RUN,
                List.of(new Check.Range("mean", 0, maxAdc)),
                new FailureLimit.FewerThan(1));
    }

    static SlotTags tags(double maxAdc) {
        return new SlotTags(TAG, type(maxAdc), Optional.empty());
    }

    static Result<List<Candidate>> constants(Slot slot, Sums sums) {
        var bank = BankBuilder.of(LAYOUT, Detector.SCHEME, Detector.channels().ids().toIntArray());
        for (int i = 0; i < sums.channels(); i++) {
            bank.doubles("mean")[i] = sums.mean(i);
            bank.longs("n")[i] = sums.count(i);
        }
        return Result.of(
                List.of(new Candidate(new BankName(0, "detector"), bank.freeze(Journal.EMPTY))));
    }

    /// Inputs with gaps and disorder, a few of them later than the slots wait.
    static List<SlotInput<Sums>> source(long seed) {
        var random = new Random(seed);
        return Detector.shuffled(Detector.inOrder(INPUTS, random), 8, random);
    }

    /// Runs to the end of the data, telling the hook what comes next.
    static SlotTally run(
            ConditionsStore store, long seed, Consumer<String> hook, Consumer<SlotOutcome> report) {
        return run(store, tags(1000), seed, hook, report);
    }

    static SlotTally run(
            ConditionsStore store,
            SlotTags tags,
            long seed,
            Consumer<String> hook,
            Consumer<SlotOutcome> report) {
        SlotFit<Sums> fit =
                (slot, sums) -> {
                    hook.accept("fit");
                    return constants(slot, sums);
                };
        var recipe = new SlotRecipe<>(SLOTS, Detector.SUMS, fit, tags);
        var calibration = new SlotCalibration<>(recipe, hooked(store, hook), AUTHOR, CLOCK, report);
        for (var input : source(seed)) {
            if (input.position() < calibration.position()) continue;
            hook.accept("feed");
            calibration.add(hooked(input, hook));
            if (input.position() % CHECKPOINT_EVERY == 0) calibration.checkpoint();
        }
        calibration.closeAnyway();
        return calibration.state().tally();
    }

    private static SlotInput<Sums> hooked(SlotInput<Sums> input, Consumer<String> hook) {
        return new SlotInput<>(
                input.position(),
                input.name(),
                input.time(),
                sums -> {
                    input.content().accept(sums);
                    hook.accept("consume"); // before anybody knows that it was added
                });
    }

    /// The same store with a hook before and after each commit.
    static ConditionsStore hooked(ConditionsStore store, Consumer<String> hook) {
        return (ConditionsStore)
                Proxy.newProxyInstance(
                        Pedestals.class.getClassLoader(),
                        new Class<?>[] {ConditionsStore.class},
                        (_, method, arguments) -> {
                            boolean stores = method.getName().equals("submit");
                            if (stores) hook.accept("store");
                            try {
                                Object answer = method.invoke(store, arguments);
                                if (stores) hook.accept("stored");
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /// What the store says about the constants: interval and payload of each.
    static List<String> constants(ConditionsStore store) {
        var all = new ArrayList<String>();
        for (var entry : store.history().intervals(TAG, store.sequence())) {
            all.add(entry.bank() + " " + entry.valid() + " " + entry.payload());
        }
        return all;
    }
}
