package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;

/// The effective intervals of a tag, as of each of its commits.
class IntervalsTest {
    @TempDir private Path folder;

    @Test
    void leaveOutWhatWasOverwrittenOrEndedOrCameLater() {
        String url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        try (ConditionsStore store = ConditionsStore.open(url)) {
            store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
            store.submit(campaign(Samples.type(), 200, candidate(1, Samples.bank(1, 81))));
            store.submit(campaign(Samples.type(), 200, candidate(1, Samples.bank(1, 82))));
            store.end(
                    new Ending(TAG, run(300), Set.of(1), Samples.AUTHOR, "removed", Samples.WHEN));

            assertThat(intervals(store, 0)).isEmpty();
            assertThat(intervals(store, 1)).containsExactly("[run 100, open) 1");
            assertThat(intervals(store, 2))
                    .containsExactly("[run 100, run 200) 1", "[run 200, open) 2");
            assertThat(intervals(store, 3))
                    .containsExactly("[run 100, run 200) 1", "[run 200, open) 3");
            assertThat(intervals(store, 4))
                    .containsExactly("[run 100, run 200) 1", "[run 200, run 300) 3");
            assertThat(store.history().intervals("no such tag", 4)).isEmpty();
        }
    }

    private static List<String> intervals(ConditionsStore store, long asOf) {
        return store.history().intervals(TAG, asOf).stream()
                .map(entry -> entry.valid() + " " + entry.sequence())
                .toList();
    }
}
