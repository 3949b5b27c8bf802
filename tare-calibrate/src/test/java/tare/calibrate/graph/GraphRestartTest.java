package tare.calibrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.store.ConditionsStore;
import tare.core.work.Workers;

/// Graphs that stop anywhere and are run again.
class GraphRestartTest {
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

    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1;
    }

    private static List<CalibrationOutcome> work(
            ConditionsStore store, Consumer<String> hook, Consumer<String> storeHook) {
        Graph graph = Graph.of(SampleGraph.calibrations(hook)).orElseThrow();
        return new GraphRun(graph, hooked(store, storeHook), ToyDetector.AUTHOR, ToyDetector.CLOCK)
                .on(Workers.onCallingThread());
    }

    private static ConditionsStore hooked(ConditionsStore store, Consumer<String> hook) {
        return (ConditionsStore)
                Proxy.newProxyInstance(
                        GraphRestartTest.class.getClassLoader(),
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

    private static List<String> payloads(List<CalibrationOutcome> outcomes) {
        var payloads = new ArrayList<String>();
        for (CalibrationOutcome outcome : outcomes) {
            payloads.add(outcome.calibration());
            payloads.addAll(SampleGraph.payloads(((CalibrationOutcome.Done) outcome).outputs()));
        }
        return payloads;
    }

    @Test
    void stoppedAtAnyCommitItEndsWithTheSameAndComputesNothingTwiceThatWasStored()
            throws IOException {
        var tasks = new ArrayList<String>();
        var commits = new ArrayList<String>();
        List<String> expected;
        try (var store = open("undisturbed.db")) {
            expected = payloads(work(store, tasks::add, commits::add));
        }
        assertThat(tasks).doesNotHaveDuplicates().hasSizeGreaterThan(14);
        assertThat(commits).hasSize(2 * tasks.size());

        for (int at = 1; at <= commits.size(); at++) {
            int stop = at;
            var before = new ArrayList<String>();
            var after = new ArrayList<String>();
            int[] count = {0};
            try (var store = open("stop" + at + ".db")) {
                assertThatThrownBy(
                                () ->
                                        work(
                                                store,
                                                before::add,
                                                _ -> {
                                                    if (++count[0] == stop) throw new Stopped();
                                                }))
                        .isInstanceOf(Stopped.class);
                assertThat(payloads(work(store, after::add, _ -> {})))
                        .as("stopped at %d", at)
                        .isEqualTo(expected);
            }
            // Stopped before a commit, the task at hand is computed again; after it, none is.
            boolean lost = at % 2 == 1;
            List<String> stored = lost ? before.subList(0, before.size() - 1) : before;
            var all = new ArrayList<>(stored);
            all.addAll(after);
            assertThat(all).as("stopped at %d", at).containsExactlyElementsOf(tasks);
        }
    }

    /// Works, tells each task, and stands still at one until it is killed; at -1 never.
    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) {
            int stop = Integer.parseInt(arguments[1]);
            int[] count = {0};
            try (var store = ConditionsStore.open(arguments[0])) {
                work(
                        store,
                        task -> {
                            System.out.println(task);
                            System.out.flush();
                            if (count[0]++ == stop) standStill();
                        },
                        _ -> {});
            }
        }

        private static void standStill() {
            System.out.println("still");
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
    void killedProcessesLeaveWhatTheNextOneNeeds() throws Exception {
        var tasks = new ArrayList<String>();
        List<String> expected;
        try (var store = open("undisturbed.db")) {
            expected = payloads(work(store, tasks::add, _ -> {}));
        }
        try (var store = open("killed.db")) {
            assertThat(store.sequence()).isZero();
        }
        String url = "sqlite:" + folder.resolve("killed.db");
        var told = new ArrayList<String>();
        for (int stop : List.of(3, 6, 4)) {
            List<String> lines = killedAt(url, stop);
            assertThat(lines).as("task %d", stop).hasSize(stop + 1);
            told.addAll(lines.subList(0, stop));
        }
        try (var store = open("killed.db")) {
            assertThat(payloads(work(store, told::add, _ -> {}))).isEqualTo(expected);
            assertThat(store.history().firstBroken()).isEmpty();
        }
        assertThat(told).containsExactlyElementsOf(tasks);
    }

    private static List<String> killedAt(String url, int stop)
            throws IOException, InterruptedException {
        Process worker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                url,
                                Integer.toString(stop))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var told = new ArrayList<String>();
        try (BufferedReader lines = worker.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (; line != null && !line.equals("still"); line = lines.readLine()) told.add(line);
            worker.toHandle().destroyForcibly();
            worker.waitFor();
        }
        return told;
    }
}
