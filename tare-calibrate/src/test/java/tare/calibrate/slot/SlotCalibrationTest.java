package tare.calibrate.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.calibrate.accumulate.Accumulator;
import tare.calibrate.accumulate.HistogramCounters;
import tare.calibrate.accumulate.Sums;
import tare.conditions.store.ConditionsStore;
import tare.core.bank.Bank;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

class SlotCalibrationTest {
    private static final long SEED = 20261146;

    @TempDir private Path folder;
    private Path empty;

    @BeforeEach
    void init() {
        empty = folder.resolve("empty.db");
        ConditionsStore.init("sqlite:" + empty);
    }

    private ConditionsStore open(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) Files.copy(empty, file);
        return ConditionsStore.open("sqlite:" + file);
    }

    /// Throws at one step, and remembers those before.
    private static final class Fault implements Consumer<String> {
        private final int at;
        private final List<String> steps = new ArrayList<>();

        private Fault(int at) {
            this.at = at;
        }

        @Override
        public void accept(String step) {
            steps.add(step);
            if (steps.size() == at) throw new Stopped(step);
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Stopped(String step) {
            super(step);
        }
    }

    @Test
    void aFaultAtAnyStepChangesNoBitOfTheConstants() throws IOException {
        var steps = new Fault(0);
        List<String> expected;
        SlotTally tally;
        try (var store = open("undisturbed.db")) {
            tally = Pedestals.run(store, SEED, steps, _ -> {});
            expected = Pedestals.constants(store);
        }
        assertThat(expected).as("seed %d", SEED).hasSizeGreaterThan(2);
        assertThat(tally.late()).isPositive();
        assertThat(steps.steps).contains("feed", "consume", "fit", "store", "stored");

        for (int at = 1; at <= steps.steps.size(); at++) {
            try (var store = open("fault" + at + ".db")) {
                var fault = new Fault(at);
                assertThatThrownBy(() -> Pedestals.run(store, SEED, fault, _ -> {}))
                        .isInstanceOf(Stopped.class);
                SlotTally resumed = Pedestals.run(store, SEED, _ -> {}, _ -> {});
                assertThat(Pedestals.constants(store))
                        .as("seed %d, step %d: %s", SEED, at, fault.steps.getLast())
                        .isEqualTo(expected);
                assertThat(resumed).isEqualTo(tally);
            }
        }
    }

    @Test
    void manyFaultsInARowChangeNoBitEither() throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            List<String> expected;
            try (var store = open("undisturbed" + seed + ".db")) {
                Pedestals.run(store, seed, _ -> {}, _ -> {});
                expected = Pedestals.constants(store);
            }
            try (var store = open("faults" + seed + ".db")) {
                var random = new Random(seed);
                for (int i = 0; i < 8; i++) {
                    try {
                        Pedestals.run(store, seed, new Fault(1 + random.nextInt(40)), _ -> {});
                    } catch (Stopped _) {
                        // The next one resumes.
                    }
                }
                Pedestals.run(store, seed, _ -> {}, _ -> {});
                assertThat(Pedestals.constants(store)).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void constantsAndStateAreOneCommitWithTheirHistory() throws IOException {
        try (var store = open("one.db")) {
            var outcomes = new ArrayList<SlotOutcome>();
            Pedestals.run(store, SEED, _ -> {}, outcomes::add);
            assertThat(outcomes).isNotEmpty().allMatch(SlotOutcome.Stored.class::isInstance);
            var first = ((SlotOutcome.Stored) outcomes.getFirst());
            long sequence = first.constants().getFirst().sequence();
            var after = store.view(new Moment(TimeAxis.RUN, 0), sequence).bank("pedestal-sums", 0);
            assertThat(after.entry().sequence()).isEqualTo(sequence);
            SlotState<Sums> state = SlotBank.read(Detector.SUMS, TimeAxis.RUN, after.bank());
            assertThat(state.open()).isEmpty();
            assertThat(state.tally().added()).isEqualTo(first.slot().inputs());
            assertThat(SlotSums.samples(state.sums())).isZero();

            var constants = store.view(first.slot().since()).bank(Pedestals.TAG, 0).bank();
            assertThat(constants.journal().entries())
                    .extracting(JournalEntry::what)
                    .containsExactly("slot", "store");
            assertThat(constants.journal().entries().getFirst().details())
                    .containsEntry("inputs", Long.toString(first.slot().inputs()));
        }
    }

    @Test
    void aSlotThatTheGateRefusesIsToldAndItsSumsAreKept() throws IOException {
        try (var store = open("refused.db")) {
            var outcomes = new ArrayList<SlotOutcome>();
            // Channel 6 starts at 106 ADC and drifts up by 0.01 ADC a run.
            SlotTally tally =
                    Pedestals.run(store, Pedestals.tags(90), SEED, _ -> {}, outcomes::add);
            assertThat(outcomes)
                    .hasSizeGreaterThan(2)
                    .allMatch(SlotOutcome.Refused.class::isInstance);
            assertThat(tally.finished()).isEqualTo(outcomes.size());
            assertThat(store.history().intervals(Pedestals.TAG, store.sequence())).isEmpty();
            long inputs = 0;
            for (SlotOutcome outcome : outcomes) {
                var kept = store.view(outcome.slot().since()).bank("pedestal-refused", 0);
                assertThat(kept.entry().valid().since()).isEqualTo(outcome.slot().valid().since());
                assertThat(SlotSums.samples(Sums.fromBank(kept.bank()))).isPositive();
                assertThat(kept.bank().journal().entries().getFirst().why()).contains("mean");
                inputs += outcome.slot().inputs();
            }
            assertThat(inputs).isEqualTo(tally.added());
        }
    }

    @Test
    void aSlotThatTheFitGivesUpIsToldAndDoesNotStopTheNext() throws IOException {
        try (var store = open("failed.db")) {
            var outcomes = new ArrayList<SlotOutcome>();
            SlotFit<Sums> fit =
                    (slot, sums) ->
                            outcomes.isEmpty()
                                    ? Result.failed(ErrorCode.NOT_FOUND, "no light")
                                    : Pedestals.constants(slot, sums);
            var calibration = calibration(store, fit, outcomes::add);
            for (var input : Pedestals.source(SEED)) calibration.add(input);
            calibration.closeAnyway();
            assertThat(outcomes.getFirst())
                    .isInstanceOfSatisfying(
                            SlotOutcome.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo("no light"));
            assertThat(outcomes.subList(1, outcomes.size()))
                    .hasSizeGreaterThan(1)
                    .allMatch(SlotOutcome.Stored.class::isInstance);
            Slot lost = outcomes.getFirst().slot();
            assertThat(store.view(lost.since()).bank("pedestal-refused", 0).bank().size())
                    .isEqualTo(Detector.CHANNELS);
        }
    }

    @Test
    void histogramsGoOnFromTheStoreToo() throws IOException {
        var shape = new HistogramCounters(Detector.CHANNELS, 40, 80, 120);
        var all = shape.empty();
        var random = new Random(SEED);
        var inputs = new ArrayList<SlotInput<HistogramCounters>>();
        for (int at = 0; at < 6; at++) {
            double value = random.nextGaussian(100, 15);
            int channel = at;
            all.add(channel, value);
            inputs.add(new SlotInput<>(at, "f", 10 + at, sums -> sums.add(channel, value)));
        }
        var fitted = new ArrayList<Bank>();
        SlotFit<HistogramCounters> fit =
                (_, sums) -> {
                    fitted.add(sums.toBank(Detector.channels(), Journal.EMPTY));
                    return Result.failed(ErrorCode.NOT_FOUND, "no peak");
                };
        var recipe =
                new SlotRecipe<>(
                        Slots.every(TimeAxis.RUN, 100).waiting(0),
                        new SlotSums<>(shape, Detector.channels(), HistogramCounters::fromBank),
                        fit,
                        Pedestals.tags(1000));
        try (var store = open("histograms.db")) {
            var first = calibration(store, recipe);
            inputs.subList(0, 4).forEach(first::add);
            first.checkpoint();
            var second = calibration(store, recipe);
            assertThat(second.position()).isEqualTo(3);
            inputs.subList(3, 6).forEach(second::add);
            second.closeAnyway();
        }
        assertThat(fitted)
                .singleElement()
                .satisfies(
                        bank ->
                                assertThat(
                                                bank.differences(
                                                        all.toBank(
                                                                Detector.channels(),
                                                                Journal.EMPTY)))
                                        .isEmpty());
    }

    private static <A extends Accumulator<A, ?>> SlotCalibration<A> calibration(
            ConditionsStore store, SlotRecipe<A> recipe) {
        return new SlotCalibration<>(recipe, store, Pedestals.AUTHOR, Pedestals.CLOCK, _ -> {});
    }

    @Test
    void aSecondCalibrationOfTheSameTagIsNoticedBeforeItDoesHarm() throws IOException {
        try (var store = open("two.db")) {
            var one = calibration(store);
            var two = calibration(store);
            one.add(Detector.input(0, "a", 1));
            two.add(Detector.input(0, "a", 1));
            one.checkpoint();
            assertThatThrownBy(two::checkpoint)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another calibration");
        }
    }

    private static SlotCalibration<Sums> calibration(ConditionsStore store) {
        return calibration(store, Pedestals::constants, _ -> {});
    }

    private static SlotCalibration<Sums> calibration(
            ConditionsStore store, SlotFit<Sums> fit, Consumer<SlotOutcome> report) {
        var recipe = new SlotRecipe<>(Pedestals.SLOTS, Detector.SUMS, fit, Pedestals.tags(1000));
        return new SlotCalibration<>(recipe, store, Pedestals.AUTHOR, Pedestals.CLOCK, report);
    }
}
