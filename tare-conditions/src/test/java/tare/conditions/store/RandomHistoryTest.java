package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.conditions.payload.BankFormat;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.core.hash.Sha256;
import tare.core.time.IntervalOfValidity;

/// Random campaigns, ends, promotions and global tags, compared after each step with a plain list
/// of everything ever done.
class RandomHistoryTest {
    private static final int BANKS = 3;
    private static final int RUNS = 12;
    private static final int VALUES = 3;

    @TempDir private Path folder;

    /// @param value pedestal of the bank; 0 for an end
    private record Done(long sequence, int bank, long since, int value) {}

    /// @param payload of the bank that was promoted
    private record Promoted(long sequence, int bank, long since, Sha256 payload) {}

    private final List<Done> history = new ArrayList<>();
    private final List<Promoted> promotions = new ArrayList<>();
    private final Map<String, Long> globalTags = new TreeMap<>();
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
                switch (random.nextInt(8)) {
                    case 0 -> end(store, random);
                    case 1 -> promote(store, random);
                    case 2 -> createGlobalTag(store, random);
                    default -> submit(store, random);
                }
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

    private void promote(ConditionsStore store, Random random) {
        if (history.isEmpty()) return;
        long at = random.nextLong(1, RUNS);
        var fresh = new ArrayList<Promoted>();
        for (int bank = 0; bank < BANKS; bank++) {
            Optional<Done> valid = find(bank, at, sequence);
            if (valid.isEmpty()) continue;
            Sha256 payload = BankFormat.identity(Samples.bank(bank, valid.get().value()));
            boolean known =
                    reference(bank, at).filter(p -> p.payload().equals(payload)).isPresent();
            if (!known) fresh.add(new Promoted(sequence + 1, bank, at, payload));
        }
        boolean anything =
                IntStream.range(0, BANKS).anyMatch(b -> find(b, at, sequence).isPresent());
        var result =
                store.references()
                        .promote(new Promotion(TAG, run(at), Set.of(), Samples.AUTHOR, ""));
        assertThat(result.isSuccess()).isEqualTo(anything);
        if (anything) assertThat(result.orElseThrow().isPresent()).isEqualTo(!fresh.isEmpty());
        promotions.addAll(fresh);
        if (!fresh.isEmpty()) sequence++;
    }

    private Optional<Promoted> reference(int bank, long moment) {
        return promotions.stream()
                .filter(p -> p.bank() == bank && p.since() <= moment)
                .max(
                        Comparator.comparingLong(Promoted::since)
                                .thenComparingLong(Promoted::sequence));
    }

    private void createGlobalTag(ConditionsStore store, Random random) {
        String name = "global" + random.nextInt(3);
        if (history.isEmpty()) return;
        long created =
                store.globalTags()
                        .create(name, Map.of("ped", TAG), Samples.AUTHOR, "")
                        .orElseThrow();
        if (globalTags.putIfAbsent(name, sequence + 1) == null) sequence++;
        assertThat(created).isEqualTo(globalTags.get(name));
    }

    private void compareReferences(ConditionsStore store, String where) {
        for (References.Promoted one : store.references().of("pedestal")) {
            long since = one.since().value();
            boolean last =
                    reference(one.bank().number(), since)
                            .filter(p -> p.sequence() == one.sequence())
                            .isPresent();
            assertThat(one.current()).as(where).isEqualTo(last);
        }
        assertThat(store.references().of("pedestal")).as(where).hasSize(promotions.size());
    }

    private void compareGlobalTags(ConditionsStore store, long asOf, long moment, String where) {
        globalTags.forEach(
                (name, created) -> {
                    if (created > asOf) {
                        assertThatThrownBy(() -> store.view(name, run(moment), asOf))
                                .as(where)
                                .isInstanceOf(MissingConditionsException.class);
                        return;
                    }
                    assertThat(store.view(name, run(moment), asOf).entries().get("ped"))
                            .as(where)
                            .isEqualTo(store.view(run(moment), asOf).entries(TAG));
                });
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
        compareReferences(store, where);
        for (long moment = 0; moment <= RUNS; moment++) {
            var view = store.view(run(moment), asOf);
            compareGlobalTags(store, asOf, moment, where);
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
