package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.NOISE_TAG;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.done;
import static tare.conditions.store.TestStore.noiseCampaign;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.view.Combination;
import tare.conditions.view.Conditions;
import tare.conditions.view.GlobalView;
import tare.conditions.view.MissingConditionsException;
import tare.core.bank.Bank;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// Tags that belong together, and what a job sees of them.
class GlobalTagTest {
    private static final Map<String, String> TAGS = Map.of("pedestal", TAG, "noise", NOISE_TAG);

    @TempDir private Path folder;
    private ConditionsStore store;

    @BeforeEach
    void fill() {
        String url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        store = ConditionsStore.open(url);
        store.submit(
                List.of(
                        campaign(
                                Samples.type(),
                                100,
                                candidate(1, Samples.bank(1, 80)),
                                candidate(2, Samples.bank(2, 90))),
                        noiseCampaign(100, candidate(1, Samples.bank(1, 2)))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Result<Long> create(String name, Map<String, String> tags) {
        return store.globalTags().create(name, tags, Samples.AUTHOR, "for the paper");
    }

    private Outcome submit(long since, float pedestal) {
        return store.submit(
                campaign(Samples.type(), since, candidate(1, Samples.bank(1, pedestal))));
    }

    @Test
    void isCreatedOnceAndNeverChanged() {
        assertThat(create("summer", TAGS)).isEqualTo(Result.of(2L));
        assertThat(create("Summer", TAGS)).as("the same again").isEqualTo(Result.of(2L));
        assertThat(create("summer", Map.of("noise", NOISE_TAG)).code())
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(create("autumn", Map.of("x", "nowhere")).toString()).contains("[nowhere]");
        assertThat(store.globalTags().all()).hasSize(1);
        assertThat(store.globalTags().named("SUMMER").orElseThrow().tags()).isEqualTo(TAGS);
        assertThat(store.history().log(NOISE_TAG, 1).getFirst().entry().what())
                .isEqualTo("global tag");
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void resolvesEverythingAtOnceAsOfACommit() {
        done(create("summer", TAGS));
        submit(150, 85);

        GlobalView now = store.view("summer", run(160));
        GlobalView before = store.view("summer", run(160), 2);

        assertThat(now.entries().get("pedestal")).hasSize(2);
        assertThat(now.bank("Pedestal", 1).bank().column("pedestal").value(0)).isEqualTo(85);
        assertThat(before.bank("pedestal", 1).bank().column("pedestal").value(0)).isEqualTo(80);
        assertThat(now.banks("noise")).hasSize(1);
        assertThatThrownBy(() -> now.bank("gain", 1))
                .isInstanceOf(MissingConditionsException.class)
                .hasMessageContaining("no label 'gain', only [noise, pedestal]");
        assertThatThrownBy(() -> store.view("summer", run(160), 1))
                .hasMessageContaining("no global tag 'summer' as of sequence 1");
        assertThatThrownBy(() -> store.view("summer", new Moment(TimeAxis.UTC_NANOS, 1)))
                .hasMessageContaining("axis RUN");
    }

    @Test
    void theFingerprintIsThatOfTheConstantsNotOfTheCommits() {
        done(create("summer", TAGS));
        var at100 = store.view("summer", run(100)).fingerprint();

        store.end(new Ending(TAG, run(900), Set.of(2), Samples.AUTHOR, "", Samples.WHEN));
        var ended = store.view("summer", run(100)).fingerprint();
        assertThat(ended).as("an interval ends earlier").isNotEqualTo(at100);

        done(create("other", TAGS));
        assertThat(store.view("summer", run(100)).fingerprint()).isEqualTo(ended);
        assertThat(store.view("summer", run(100), 2).fingerprint()).isEqualTo(at100);
        assertThat(store.view("summer", run(101)).fingerprint()).isEqualTo(ended);
        submit(100, 81);
        assertThat(store.view("summer", run(100)).fingerprint()).isNotEqualTo(ended);
    }

    private record Calibration(float pedestal, float noise) {}

    @Test
    void aCombinationIsMadeOncePerIntervalForAThousandThreads() throws Exception {
        done(create("summer", TAGS));
        submit(200, 85);
        var made = new AtomicInteger();
        var combination =
                new Combination<Calibration>(
                        List.of("pedestal", "noise"),
                        view -> {
                            made.incrementAndGet();
                            return new Calibration(
                                    value(view.bank("pedestal", 1).bank()),
                                    value(view.bank("noise", 1).bank()));
                        });
        Conditions conditions = store.conditions("summer");
        var calls = new ArrayList<Callable<Calibration>>();
        for (int i = 0; i < 1000; i++) {
            long moment = 100L + i % 200;
            calls.add(() -> conditions.get(run(moment), combination));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Calibration>> all = threads.invokeAll(calls);
            for (int i = 0; i < all.size(); i++) {
                float pedestal = i % 200 < 100 ? 80 : 85;
                assertThat(all.get(i).get()).isEqualTo(new Calibration(pedestal, 2));
            }
        }

        assertThat(made).as("one per interval").hasValue(2);
    }

    private static float value(Bank bank) {
        return bank.column("pedestal").floatAt(0);
    }

    @Test
    void aBankIsReadOncePerInterval() {
        done(create("summer", TAGS));

        Bank first = store.view("summer", run(100)).bank("pedestal", 1).bank();

        assertThat(store.view("summer", run(170)).bank("pedestal", 1).bank()).isSameAs(first);
        assertThat(store.view(run(100)).bank(TAG, 1).bank()).isSameAs(first);
    }

    @Test
    void aCombinationThatFailsIsTriedAgain() {
        done(create("summer", TAGS));
        var calls = new AtomicInteger();
        var combination =
                new Combination<String>(
                        List.of("noise"),
                        view -> {
                            if (calls.incrementAndGet() == 1) view.bank("noise", 9);
                            return "made";
                        });
        Conditions conditions = store.conditions("summer");

        assertThatThrownBy(() -> conditions.get(run(100), combination))
                .isInstanceOf(MissingConditionsException.class);
        assertThat(conditions.get(run(100), combination)).isEqualTo("made");
    }
}
