package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.view.Entry;

/// Writers in other processes, killed without warning.
class KilledWriterTest {
    private static final int LOOPS = 4;
    private static final int BANKS = 3;

    @TempDir private Path folder;

    /// Stores two campaigns in one commit, of three banks, one of them in a file, and of one bank
    /// of another tag and type; prints each acknowledged sequence.
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            try (var store = ConditionsStore.open(arguments[0])) {
                var random = new Random(Long.parseLong(arguments[1]));
                while (true) {
                    float[] noise = new float[300_000];
                    for (int i = 0; i < noise.length; i++) {
                        noise[i] = Float.intBitsToFloat(random.nextInt());
                    }
                    var candidates =
                            List.of(
                                    candidate(1, Samples.bank(1, random.nextFloat())),
                                    candidate(2, Samples.bank(2, noise)),
                                    candidate(3, Samples.bank(3, random.nextFloat())));
                    long since = 1 + store.sequence();
                    var other = candidate(1, Samples.bank(1, random.nextFloat()));
                    var outcome =
                            store.submit(
                                    List.of(
                                            campaign(Samples.type(), since, candidates),
                                            TestStore.noiseCampaign(since, other)));
                    System.out.println(((Outcome.Stored) outcome).sequence());
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void acknowledgedCampaignsSurviveAndNoneIsHalf() throws Exception {
        String url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        long seed = 20261120;
        var random = new Random(seed);
        long acknowledged = 0;
        for (int loop = 0; loop < LOOPS; loop++) {
            acknowledged = writeUntilKilled(url, random, acknowledged);
            try (var store = ConditionsStore.open(url)) {
                long sequence = store.sequence();
                assertThat(sequence).as("seed %d", seed).isGreaterThanOrEqualTo(acknowledged);
                for (long moment = 1; moment <= sequence; moment++) {
                    var view = store.view(run(moment));
                    assertThat(view.entries(TAG))
                            .extracting(Entry::sequence)
                            .containsExactly(moment, moment, moment);
                    for (int bank = 1; bank <= BANKS; bank++) view.bank(TAG, bank);
                    assertThat(view.bank(TestStore.NOISE_TAG, 1).entry().sequence())
                            .isEqualTo(moment);
                }
                assertThat(store.history().firstBroken()).isEmpty();
                acknowledged = sequence;
            }
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo(LOOPS);
    }

    private static long writeUntilKilled(String url, Random random, long before)
            throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                url,
                                Long.toString(random.nextLong()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long acknowledged = before;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            assertThat(line).as("the writer stores something").isNotNull();
            Thread.sleep(random.nextInt(150));
            writer.toHandle()
                    .destroyForcibly(); // unlike the process's own, leaves the lines readable
            for (; line != null; line = lines.readLine()) acknowledged = Long.parseLong(line);
        }
        writer.waitFor();
        return acknowledged;
    }
}
