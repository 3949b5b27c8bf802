package tare.calibrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.calibrate.graph.ToyDetector.run;
import static tare.calibrate.graph.ToyDetector.runs;
import static tare.calibrate.graph.ToyDetector.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.store.ConditionsStore;
import tare.core.bank.Bank;
import tare.core.journal.JournalEntry;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.work.Workers;

class GraphRunTest {
    private static final Convergence SETTLED = new Convergence.Relative("mean", 1e-6);

    @TempDir private Path folder;
    private ConditionsStore store;

    @BeforeEach
    void open() {
        store = open("tare.db");
    }

    private ConditionsStore open(String name) {
        String url = "sqlite:" + folder.resolve(name);
        ConditionsStore.init(url);
        return ConditionsStore.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<CalibrationOutcome> work(Calibration... calibrations) {
        return work(store, Workers.onCallingThread(), calibrations);
    }

    private static List<CalibrationOutcome> work(
            ConditionsStore store, Workers workers, Calibration... calibrations) {
        Graph graph = Graph.of(calibrations).orElseThrow();
        return new GraphRun(graph, store, ToyDetector.AUTHOR, ToyDetector.CLOCK).on(workers);
    }

    private static CalibrationOutcome.Done done(CalibrationOutcome outcome) {
        assertThat(outcome).isInstanceOf(CalibrationOutcome.Done.class);
        return (CalibrationOutcome.Done) outcome;
    }

    private static float mean(Output output) {
        return output.bank(0).column("mean").floatAt(0);
    }

    private static List<Long> begins(CalibrationOutcome outcome) {
        return done(outcome).outputs().stream().map(output -> output.since().value()).toList();
    }

    private static Calibration pedestal(Strategy strategy) {
        return Calibration.of(
                        "pedestal",
                        1,
                        type("pedestal"),
                        "ped",
                        ToyDetector.pedestals(1, 107, 4, 5 * ToyDetector.NOISE_ADC))
                .reading(runs(100, 112))
                .by(strategy);
    }

    @Test
    void oneIntervalTakesAllData() {
        var outcome = done(work(pedestal(new Strategy.SingleInterval())).getFirst());
        assertThat(begins(outcome)).containsExactly(100L);
        Bank bank = outcome.outputs().getFirst().bank(0);
        assertThat(bank.column("n").intAt(3)).isEqualTo(12 * ToyDetector.SAMPLES);
        // 12 runs of 100 samples: 0.06 ADC.
        assertThat(bank.column("mean").floatAt(20)).isCloseTo(120f, within(0.3));
    }

    private static org.assertj.core.data.Offset<Float> within(double offset) {
        return org.assertj.core.data.Offset.offset((float) offset);
    }

    @Test
    void runByRunGivesEachRunItsOwn() {
        var outcome = done(work(pedestal(new Strategy.RunByRun())).getFirst());
        assertThat(outcome.outputs()).hasSize(12);
        for (Output output : outcome.outputs()) {
            float truth = output.since().value() < 107 ? 100 : 110;
            assertThat(mean(output)).isCloseTo(truth, within(1.0));
            assertThat(output.bank(0).column("n").intAt(0)).isEqualTo(ToyDetector.SAMPLES);
        }
        assertThat(
                        store.view(run(105))
                                .bank("ped", 0)
                                .bank()
                                .differences(outcome.outputs().get(5).bank(0)))
                .isEmpty();
    }

    @Test
    void theBoundarySearchFindsTheRunOfAJumpAndTakesAllDataBetween() {
        var search = new BoundaryRule("mean", ToyDetector.ERROR, 0.001);
        var outcome = done(work(pedestal(new Strategy.BoundarySearch(search))).getFirst());
        assertThat(begins(outcome)).containsExactly(100L, 107L);
        assertThat(outcome.boundaries())
                .singleElement()
                .satisfies(
                        boundary -> {
                            assertThat(boundary.since()).isEqualTo(run(107));
                            assertThat(boundary.channel()).isLessThan(4);
                            assertThat(boundary.chance()).isLessThan(1e-12);
                        });
        assertThat(outcome.outputs().get(0).bank(0).column("n").intAt(0)).isEqualTo(700);
        assertThat(outcome.outputs().get(1).bank(0).column("n").intAt(0)).isEqualTo(500);
        assertThat(mean(outcome.outputs().get(1))).isCloseTo(110f, within(0.5));
        assertThat(store.view(run(100)).entries("ped-runs")).hasSize(1);
    }

    @Test
    void sequentialRunsStartFromTheFormer() {
        assertThat(done(work(running(100, 105)).getFirst()).outputs())
                .extracting(GraphRunTest::mean)
                .containsExactly(100f, 201f, 303f, 406f, 510f);
    }

    @Test
    void anEarlierRunMakesAllLaterOnesOfASequenceOutOfDateAndALaterOneNone() {
        work(running(100, 104));
        var longer = done(work(running(100, 106)).getFirst());
        assertThat(longer.computed()).isEqualTo(2);
        assertThat(longer.restored()).isEqualTo(4);
        var earlier = done(work(running(99, 106)).getFirst());
        assertThat(earlier.computed()).isEqualTo(7);
        assertThat(mean(earlier.outputs().getLast())).isEqualTo(99 + 510 + 105);
    }

    /// Each run adds its number to what the former made.
    private static Calibration running(long from, long to) {
        Algorithm adding =
                task -> {
                    float former = task.former().map(GraphRunTest::mean).orElse(0f);
                    return Result.of(List.of(ToyDetector.flat(task.since().value() + former)));
                };
        return Calibration.of("sum", 1, type("sum"), "sum", adding)
                .reading(runs(from, to))
                .by(new Strategy.Sequential());
    }

    /// Newton's way to a square root, which is the truth to converge to.
    private static Algorithm root(double square) {
        return task -> {
            double x = task.former().map(GraphRunTest::mean).orElse(1f);
            return Result.of(List.of(ToyDetector.flat((x + square / x) / 2)));
        };
    }

    private static Calibration squareRoot(int iterations) {
        return Calibration.of("root", 1, type("root"), "root", root(2))
                .reading(runs(100, 101))
                .repeated(new Iteration(iterations, SETTLED));
    }

    @Test
    void iterationEndsWhenTwoResultsAgree() {
        var outcome = done(work(squareRoot(20)).getFirst());
        assertThat(mean(outcome.outputs().getFirst())).isCloseTo(1.4142135f, within(1e-6));
        JournalEntry entry = outcome.outputs().getFirst().bank(0).journal().entries().getFirst();
        assertThat(entry.details()).containsEntry("iteration", "4");
        assertThat(store.history().intervals("root", store.sequence())).hasSize(1);
    }

    @Test
    void iterationThatDoesNotConvergeIsBoundedAndStopsWhatFollows() {
        var outcomes =
                work(
                        squareRoot(4),
                        Calibration.of("next", 1, type("next"), "next", root(3)).after("root"));
        var failed = (CalibrationOutcome.Failed) outcomes.getFirst();
        assertThat(failed.failures())
                .singleElement()
                .satisfies(
                        failure -> {
                            var none = (TaskFailure.NotConverged) failure;
                            assertThat(none.iterations()).isEqualTo(4);
                            assertThat(none.change()).isBetween(1e-6, 1e-2);
                        });
        assertThat(outcomes.get(1))
                .isEqualTo(new CalibrationOutcome.Blocked("next", new TreeSet<>(List.of("root"))));
        assertThat(store.history().intervals("root", store.sequence())).isEmpty();
    }

    @Test
    void moreIterationsLaterGoOnFromTheLast() {
        work(squareRoot(4));
        var tasks = Collections.synchronizedList(new ArrayList<Integer>());
        Calibration calibration = squareRoot(20);
        Calibration counted =
                Calibration.of(
                                "root",
                                1,
                                type("root"),
                                "root",
                                counting(tasks, calibration.algorithm()))
                        .reading(calibration.inputs())
                        .repeated(new Iteration(20, SETTLED));
        assertThat(work(counted)).allMatch(CalibrationOutcome.Done.class::isInstance);
        assertThat(tasks).containsExactly(4);
    }

    private static Algorithm counting(List<Integer> iterations, Algorithm algorithm) {
        return task -> {
            iterations.add(task.iteration());
            return algorithm.constants(task);
        };
    }

    /// Adds one to the sum of what the calibrations before made.
    private static Calibration adding(List<String> order, String name, String... after) {
        Algorithm algorithm =
                task -> {
                    order.add(name);
                    double sum = 1;
                    for (String before : after) {
                        sum += task.upstream(before, 0, task.since()).column("mean").floatAt(0);
                    }
                    return Result.of(List.of(ToyDetector.flat(sum)));
                };
        return Calibration.of(name, 1, type(name), name, algorithm)
                .reading(runs(100, 101))
                .after(after);
    }

    @Test
    void aDiamondIsWorkedOffFromTopToBottomEachOnce() {
        var order = Collections.synchronizedList(new ArrayList<String>());
        var outcomes =
                work(
                        store,
                        new Threads(4),
                        adding(order, "bottom", "left", "right"),
                        adding(order, "left", "top"),
                        adding(order, "right", "top"),
                        adding(order, "top"));
        assertThat(order).hasSize(4).startsWith("top").endsWith("bottom");
        assertThat(outcomes)
                .extracting(CalibrationOutcome::calibration)
                .startsWith("top")
                .endsWith("bottom");
        assertThat(mean(done(outcomes.getLast()).outputs().getFirst())).isEqualTo(5f);
    }

    @Test
    void aFailureStopsWhatDependsOnItAndNothingElse() {
        var order = Collections.synchronizedList(new ArrayList<String>());
        Calibration broken =
                Calibration.of(
                                "broken",
                                1,
                                type("broken"),
                                "broken",
                                task -> {
                                    if (task.since().value() == 101) {
                                        throw new UncheckedIOException(
                                                new IOException(
                                                        "run101.raw: offset 12: truncated"));
                                    }
                                    return Result.of(List.of(ToyDetector.flat(1)));
                                })
                        .reading(runs(100, 103))
                        .by(new Strategy.RunByRun());
        var outcomes =
                work(
                        broken,
                        adding(order, "free"),
                        adding(order, "child", "broken"),
                        adding(order, "grandchild", "child", "free"));
        assertThat(order).containsExactly("free");
        var failed = (CalibrationOutcome.Failed) outcomes.get(0);
        assertThat(failed.failures())
                .containsExactly(
                        new TaskFailure.Failed(
                                run(101),
                                ErrorCode.INPUT_OUTPUT,
                                "it threw java.io.UncheckedIOException: java.io.IOException:"
                                        + " run101.raw: offset 12: truncated"));
        assertThat(failed.outputs()).extracting(Output::since).containsExactly(run(100), run(102));
        assertThat(outcomes.subList(2, 4))
                .containsExactly(
                        new CalibrationOutcome.Blocked("child", new TreeSet<>(List.of("broken"))),
                        new CalibrationOutcome.Blocked(
                                "grandchild", new TreeSet<>(List.of("child"))));
    }

    @Test
    void whatTheGateRefusesWhatThrowsAndWhatSaysNoAreFailuresWithReasons() {
        Algorithm hundred = _ -> Result.of(List.of(ToyDetector.flat(100)));
        var outcomes =
                work(
                        Calibration.of("high", 1, type("high", 50), "high", hundred)
                                .reading(runs(100, 101)),
                        Calibration.of(
                                        "says-no",
                                        1,
                                        type("no"),
                                        "no",
                                        _ -> Result.failed(ErrorCode.NOT_FOUND, "no pulses"))
                                .reading(runs(100, 101)),
                        Calibration.of(
                                        "throws",
                                        1,
                                        type("throws"),
                                        "throws",
                                        _ -> {
                                            throw new ArithmeticException("1/0");
                                        })
                                .reading(runs(100, 101)),
                        Calibration.of(
                                        "empty",
                                        1,
                                        type("empty"),
                                        "empty",
                                        _ -> Result.of(List.of()))
                                .reading(runs(100, 101)),
                        Calibration.of("idle", 1, type("idle"), "idle", hundred));
        assertThat(failure(outcomes.get(0))).isInstanceOf(TaskFailure.Refused.class);
        assertThat(failure(outcomes.get(1)).toString()).contains("no pulses");
        assertThat(failure(outcomes.get(2)).toString()).contains("ArithmeticException: 1/0");
        assertThat(failure(outcomes.get(3)).toString()).contains("no bank");
        assertThat(outcomes.get(4))
                .isEqualTo(
                        new CalibrationOutcome.MissingInput(
                                "idle", "it has neither inputs nor calibrations before it"));
        assertThat(store.sequence()).isZero();
    }

    private static TaskFailure failure(CalibrationOutcome outcome) {
        return ((CalibrationOutcome.Failed) outcome).failures().getFirst();
    }

    @Test
    void dataFromBeforeTheFirstUpstreamConstantsAreAMissingInput() {
        var order = new ArrayList<String>();
        Calibration late = adding(order, "late");
        var outcomes =
                work(
                        late.reading(runs(105, 106)),
                        adding(order, "early", "late").reading(runs(100, 110)));
        assertThat(outcomes.get(1))
                .isEqualTo(
                        new CalibrationOutcome.MissingInput(
                                "early",
                                "its data begin at run 100, late has constants since run 105"));
    }

    @Test
    void aCalibrationWithoutDataFollowsThoseBeforeIt() {
        Algorithm twice =
                task ->
                        Result.of(
                                List.of(
                                        ToyDetector.flat(
                                                2
                                                        * task.upstream("pedestal", 0, task.since())
                                                                .column("mean")
                                                                .floatAt(0))));
        var outcomes =
                work(
                        pedestal(new Strategy.RunByRun()),
                        Calibration.of("twice", 1, type("twice"), "twice", twice)
                                .after("pedestal")
                                .by(new Strategy.RunByRun()));
        assertThat(begins(outcomes.get(1))).isEqualTo(begins(outcomes.get(0)));
        assertThat(mean(done(outcomes.get(1)).outputs().get(3)))
                .isEqualTo(2 * mean(done(outcomes.get(0)).outputs().get(3)));
    }

    @Test
    void aSecondRunComputesNothingAndStoresNothing() {
        Calibration[] graph = SampleGraph.calibrations(_ -> {});
        var first = work(graph);
        long sequence = store.sequence();
        var tasks = new ArrayList<String>();
        var second = work(SampleGraph.calibrations(tasks::add));
        assertThat(tasks).isEmpty();
        assertThat(store.sequence()).isEqualTo(sequence);
        for (int i = 0; i < first.size(); i++) {
            assertThat(done(second.get(i)).computed()).isZero();
            assertThat(done(second.get(i)).restored()).isEqualTo(done(first.get(i)).computed());
            assertThat(SampleGraph.payloads(done(second.get(i)).outputs()))
                    .isEqualTo(SampleGraph.payloads(done(first.get(i)).outputs()));
        }
    }

    @Test
    void otherParametersVersionsOrBytesMakeACalibrationAndThoseAfterItOutOfDate() {
        var order = new ArrayList<String>();
        Calibration top = adding(order, "top");
        Calibration free = adding(order, "free");
        Calibration child = adding(order, "child", "top");
        work(top, free, child);
        order.clear();
        work(top.with("order", "2"), free, child);
        assertThat(order).containsExactly("top", "child");
        order.clear();
        work(top.with("order", "2"), free.reading(runs(100, 102)), child);
        assertThat(order).containsExactly("free");
    }

    @Test
    void intervalsThatAnotherGraphLeftInTheTagAreTold() {
        var order = new ArrayList<String>();
        work(adding(order, "a").reading(runs(100, 104)).by(new Strategy.RunByRun()));
        var outcome = done(work(adding(order, "a").reading(runs(100, 104))).getFirst());
        assertThat(outcome.stale())
                .extracting(entry -> entry.valid().since())
                .containsExactly(101L, 102L, 103L);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theNumberOfThreadsChangesNoConstant(int threads) {
        var serial = work(SampleGraph.calibrations(_ -> {}));
        try (var other = open("threads.db")) {
            var parallel = work(other, new Threads(threads), SampleGraph.calibrations(_ -> {}));
            for (int i = 0; i < serial.size(); i++) {
                assertThat(SampleGraph.payloads(done(parallel.get(i)).outputs()))
                        .isEqualTo(SampleGraph.payloads(done(serial.get(i)).outputs()));
            }
        }
    }
}
