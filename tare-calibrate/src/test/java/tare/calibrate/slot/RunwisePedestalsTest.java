package tare.calibrate.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.calibrate.accumulate.ChannelSet;
import tare.calibrate.accumulate.Sums;
import tare.calibrate.fit.MomentsFit;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.core.bank.BankBuilder;
import tare.core.bank.Column;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.result.Result;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;
import tare.core.work.Workers;

/// The example of `docs/slots-and-graphs.md`: run-wise pedestals of a small detector, a late run, a
/// crash, a restart. The page shows this code and what it tells; both are compared.
class RunwisePedestalsTest {
    private static final Path PAGE = Path.of("../docs/slots-and-graphs.md");
    private static final int CHANNELS = 8;
    private static final int[] IDS = IntStream.range(0, CHANNELS).toArray();

    @TempDir private Path folder;
    private final List<String> told = new ArrayList<>();

    // The page begins here.
    private static final FieldScheme SCHEME = FieldScheme.of("small", new BitField("channel", 8));
    private static final MomentsFit MOMENTS = new MomentsFit("ADC");
    private static final CalibrationType PEDESTAL =
            new CalibrationType(
                    "pedestal",
                    MOMENTS.layout(),
                    SCHEME,
                    TimeAxis.RUN,
                    List.of(new Check.Range("mean", 50, 150)),
                    new FailureLimit.FewerThan(1));

    private static Result<List<Candidate>> fit(Slot slot, Sums sums) {
        var bank = BankBuilder.of(PEDESTAL.layout(), SCHEME, IDS);
        MOMENTS.fit(sums.columns(), bank, Workers.onCallingThread());
        var name = new BankName(0, "detector");
        return Result.of(List.of(new Candidate(name, bank.freeze(Journal.EMPTY))));
    }

    private void calibrate(ConditionsStore store, List<Long> runsAsTheyArrive) {
        var slots = Slots.every(TimeAxis.RUN, 5).waiting(2).atLeast(100, 0.9);
        var channels = new ChannelSet(SCHEME, Column.of(IDS));
        var sums = new SlotSums<>(new Sums(CHANNELS), channels, Sums::fromBank);
        var tags = new SlotTags("pedestal-2026", PEDESTAL, Optional.empty());
        var recipe = new SlotRecipe<>(slots, sums, RunwisePedestalsTest::fit, tags);
        var author = new Author("ada", "bench tare 0.1.0");
        var clock = InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z"));
        var calibration = new SlotCalibration<>(recipe, store, author, clock, this::tell);

        tell("from position " + calibration.position());
        for (int at = (int) calibration.position(); at < runsAsTheyArrive.size(); at++) {
            long run = runsAsTheyArrive.get(at);
            tell(calibration.add(new SlotInput<>(at, "run" + run, run, all -> read(run, all))));
        }
        calibration.endOfRun();
        tell("at the end " + calibration.state().tally());
    }

    // The page ends here.

    private long dyingAt = -1;

    /// Forty samples of each channel, unless the power fails.
    private void read(long run, Sums sums) {
        if (run == dyingAt) throw new PowerFailure();
        var random = new Random(run);
        for (int i = 0; i < 40 * CHANNELS; i++) {
            sums.add(i % CHANNELS, 100 + i % CHANNELS + 0.1 * run + 2 * random.nextGaussian());
        }
    }

    private static final class PowerFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void tell(SlotOutcome outcome) {
        told.add(
                switch (outcome) {
                    case SlotOutcome.Stored(Slot slot, _) -> "stored  " + slot;
                    case SlotOutcome.Failed(Slot slot, _, String why) -> "failed  " + slot + why;
                    case SlotOutcome.Refused(Slot slot, var why) -> "refused " + slot + why;
                });
    }

    private void tell(Arrival arrival) {
        switch (arrival) {
            case Arrival.Late(String name, _, long behind, long samples) ->
                    tell(
                            String.format(
                                    Locale.ROOT,
                                    "late    %s by %d, %d samples",
                                    name,
                                    behind,
                                    samples));
            case Arrival.Known(String name) -> tell("known   " + name);
            case Arrival.Accepted _, Arrival.Repeated _ -> {}
        }
    }

    private void tell(String line) {
        told.add(line);
    }

    private ConditionsStore store(String name) {
        String url = "sqlite:" + folder.resolve(name);
        ConditionsStore.init(url);
        return ConditionsStore.open(url);
    }

    private static List<String> constants(ConditionsStore store) {
        return store.history().intervals("pedestal-2026", store.sequence()).stream()
                .map(entry -> entry.valid() + " " + entry.payload())
                .toList();
    }

    @Test
    void aCrashAndALateRunChangeNothingThatThePageDoesNotSay() throws IOException {
        var runs =
                List.of(
                        101L, 102L, 104L, 103L, 105L, 107L, 106L, 109L, 102L, 108L, 110L, 113L,
                        112L);
        try (var store = store("crashed.db");
                var undisturbed = store("undisturbed.db")) {
            dyingAt = 109;
            assertThatThrownBy(() -> calibrate(store, runs)).isInstanceOf(PowerFailure.class);
            tell("--- the power is back");
            dyingAt = -1;
            calibrate(store, runs);
            List<String> asThePageSays = List.copyOf(told);

            calibrate(undisturbed, runs);
            assertThat(constants(store)).isEqualTo(constants(undisturbed)).hasSize(3);
            float mean =
                    store.view(new Moment(TimeAxis.RUN, 105))
                            .bank("pedestal-2026", "detector")
                            .bank()
                            .column("mean")
                            .floatAt(3);
            // Runs 105 to 109: 103 + 0.1 · 107, 200 samples of rms 2.
            assertThat(mean).isBetween(113.0f, 114.4f);
            assertThat(block("text")).isEqualTo(String.join("\n", asThePageSays));
        }
    }

    @Test
    void thePageShowsThisCode() throws IOException {
        String source =
                Files.readString(
                        Path.of("src/test/java/tare/calibrate/slot/RunwisePedestalsTest.java"));
        int begin = source.indexOf("// The page begins here.");
        int end = source.indexOf("// The page ends here.");
        String shown = source.substring(source.indexOf('\n', begin) + 1, end).strip();
        assertThat(block("java").replaceAll("\\s+", " ")).isEqualTo(shown.replaceAll("\\s+", " "));
    }

    /// The first block of a language on the page.
    private static String block(String language) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(begin, page.indexOf("\n```", begin));
    }
}
