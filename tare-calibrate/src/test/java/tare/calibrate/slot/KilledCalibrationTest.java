package tare.calibrate.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.store.ConditionsStore;

/// Calibrations in other processes, killed without warning.
class KilledCalibrationTest {
    private static final long SEED = 4711;

    @TempDir private Path folder;

    /// Calibrates, and stands still at one step until it is killed; at step 0 never.
    static final class Calibrator {
        private Calibrator() {}

        public static void main(String[] arguments) {
            String kind = arguments[1];
            int nth = Integer.parseInt(arguments[2]);
            int[] count = {0};
            try (var store = ConditionsStore.open(arguments[0])) {
                Pedestals.run(
                        store,
                        SEED,
                        step -> {
                            if (step.equals(kind) && ++count[0] == nth) standStill(step);
                        },
                        _ -> {});
            }
            System.out.println("done");
        }

        private static void standStill(String step) {
            System.out.println(step);
            System.out.flush();
            while (true) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void killedAtEachKindOfStepItEndsWithTheConstantsOfAnUndisturbedOne() throws Exception {
        List<String> expected;
        String undisturbed = store("undisturbed.db");
        try (var store = ConditionsStore.open(undisturbed)) {
            Pedestals.run(store, SEED, _ -> {}, _ -> {});
            expected = Pedestals.constants(store);
        }
        String url = store("killed.db");
        assertThat(killedAt(url, "feed", 3)).isEqualTo("feed");
        assertThat(killedAt(url, "consume", 4)).isEqualTo("consume");
        assertThat(killedAt(url, "fit", 1)).isEqualTo("fit");
        assertThat(killedAt(url, "stored", 2)).isEqualTo("stored");
        assertThat(killedAt(url, "store", 2)).isEqualTo("store");
        assertThat(killedAt(url, "consume", 3)).isEqualTo("consume");
        try (var store = ConditionsStore.open(url)) {
            Pedestals.run(store, SEED, _ -> {}, _ -> {});
            assertThat(Pedestals.constants(store)).as("seed %d", SEED).isEqualTo(expected);
            assertThat(store.history().firstBroken()).isEmpty();
        }
    }

    private String store(String name) {
        String url = "sqlite:" + folder.resolve(name);
        ConditionsStore.init(url);
        return url;
    }

    /// What the process said when it was killed.
    private static String killedAt(String url, String kind, int nth)
            throws IOException, InterruptedException {
        Process calibrator =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Calibrator.class.getName(),
                                url,
                                kind,
                                Integer.toString(nth))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = calibrator.inputReader(StandardCharsets.UTF_8)) {
            String step = lines.readLine();
            calibrator.toHandle().destroyForcibly();
            calibrator.waitFor();
            return String.valueOf(step);
        }
    }
}
