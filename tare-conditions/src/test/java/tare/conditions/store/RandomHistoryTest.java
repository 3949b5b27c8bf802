package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.conditions.view.Entry;
import tare.core.time.IntervalOfValidity;

/// Random campaigns and ends, compared after each step with a plain list of everything ever done.
class RandomHistoryTest {
    private static final int BANKS = 3;
    private static final int RUNS = 12;
    private static final int VALUES = 3;

    @TempDir private Path folder;

    /// @param value pedestal of the bank; 0 for an end
    private record Done(long sequence, int bank, long since, int value) {}

    private final List<Done> history = new ArrayList<>();
    private long sequence;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyViewAgreesWithThePlainList(long seed) {
        var random = new Random(seed);
        String url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        try (var store = ConditionsStore.open(url);
                var observer = ConditionsStore.open(url)) {
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(5) == 0) end(store, random);
                else submit(store, random);
                assertThat(observer.sequence())
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(sequence);
                compare(observer, random.nextLong(sequence + 1), "seed " + seed + " step " + step);
            }
            for (long asOf = 0; asOf <= sequence; asOf++) compare(observer, asOf, "seed " + seed);
            assertThat(store.history().firstBroken()).isEmpty();
        }
        try (var reopened = ConditionsStore.open(url)) {
            compare(reopened, sequence, "reopened, seed " + seed);
        }
    }

    private void submit(ConditionsStore store, Random random) {
        long since = random.nextLong(1, RUNS);
        var candidates = new ArrayList<Candidate>();
        var fresh = new ArrayList<Done>();
        for (int bank = 0; bank < BANKS; bank++) {
            if (random.nextInt(2) == 0) continue;
            int value = 1 + random.nextInt(VALUES);
            candidates.add(candidate(bank, Samples.bank(bank, value)));
            boolean known = find(bank, since, sequence).filter(d -> d.value() == value).isPresent();
            if (!known) fresh.add(new Done(sequence + 1, bank, since, value));
        }
        if (candidates.isEmpty()) return;
        Outcome outcome = store.submit(campaign(Samples.type(), since, candidates));
        if (fresh.isEmpty()) {
            assertThat(outcome).isInstanceOf(Outcome.AlreadyStored.class);
            return;
        }
        var stored = (Outcome.Stored) outcome;
        assertThat(stored.sequence()).isEqualTo(sequence + 1);
        assertThat(stored.stored()).hasSize(fresh.size());
        assertThat(stored.unchanged()).hasSize(candidates.size() - fresh.size());
        history.addAll(fresh);
        sequence++;
    }

    private void end(ConditionsStore store, Random random) {
        long from = random.nextLong(1, RUNS);
        var banks = new TreeSet<Integer>();
        for (int bank = 0; bank < BANKS; bank++) if (random.nextBoolean()) banks.add(bank);
        var fresh =
                banks.stream()
                        .filter(bank -> find(bank, from, sequence).isPresent())
                        .map(bank -> new Done(sequence + 1, bank, from, 0))
                        .toList();
        OptionalLong ended =
                store.end(new Ending(TAG, run(from), banks, Samples.AUTHOR, "", Samples.WHEN));
        assertThat(ended.isPresent()).isEqualTo(!fresh.isEmpty());
        history.addAll(fresh);
        if (!fresh.isEmpty()) sequence++;
    }

    private Optional<Done> find(int bank, long moment, long asOf) {
        return history.stream()
                .filter(d -> d.bank() == bank && d.since() <= moment && d.sequence() <= asOf)
                .max(Comparator.comparingLong(Done::since).thenComparingLong(Done::sequence))
                .filter(d -> d.value() != 0);
    }

    private long until(Done done, long asOf) {
        return history.stream()
                .filter(d -> d.bank() == done.bank() && d.since() > done.since())
                .filter(d -> d.sequence() <= asOf)
                .mapToLong(Done::since)
                .min()
                .orElse(IntervalOfValidity.OPEN);
    }

    private void compare(ConditionsStore store, long asOf, String where) {
        if (sequence == 0) return;
        for (long moment = 0; moment <= RUNS; moment++) {
            var view = store.view(run(moment), asOf);
            var expected = new ArrayList<String>();
            for (int bank = 0; bank < BANKS; bank++) {
                find(bank, moment, asOf).ifPresent(done -> expected.add(words(done, asOf)));
            }
            List<String> found =
                    view.entries(TAG).stream()
                            .map(
                                    e ->
                                            words(
                                                    e,
                                                    view.bank(TAG, e.bank().number())
                                                            .bank()
                                                            .columns()
                                                            .getFirst()
                                                            .floatAt(0)))
                            .toList();
            assertThat(found).as("%s, run %d as of %d", where, moment, asOf).isEqualTo(expected);
        }
    }

    private String words(Done done, long asOf) {
        return words(done.bank(), done.value(), done.since(), until(done, asOf), done.sequence());
    }

    private static String words(Entry entry, float value) {
        var valid = entry.valid();
        return words(
                entry.bank().number(), (int) value, valid.since(), valid.until(), entry.sequence());
    }

    private static String words(int bank, int value, long since, long until, long sequence) {
        return bank + ": " + value + " [" + since + ", " + until + ") sequence " + sequence;
    }
}
