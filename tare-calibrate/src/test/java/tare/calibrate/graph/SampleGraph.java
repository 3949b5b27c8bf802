package tare.calibrate.graph;

import static tare.calibrate.graph.ToyDetector.runs;
import static tare.calibrate.graph.ToyDetector.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tare.core.result.Result;

/// A diamond that has every strategy and an iteration in it.
final class SampleGraph {
    private SampleGraph() {}

    /// @param hook is told of each task before it is computed
    static Calibration[] calibrations(Consumer<String> hook) {
        var pedestals = ToyDetector.pedestals(5, 102, 10, 4);
        var search = new BoundaryRule("mean", ToyDetector.ERROR, 0.001);
        return new Calibration[] {
            Calibration.of(
                            "pedestal",
                            1,
                            type("pedestal"),
                            "ped",
                            told("pedestal", hook, pedestals))
                    .reading(runs(100, 104))
                    .by(new Strategy.BoundarySearch(search)),
            Calibration.of("drift", 1, type("drift"), "drift", told("drift", hook, DRIFT))
                    .reading(runs(101, 104))
                    .after("pedestal")
                    .by(new Strategy.Sequential()),
            Calibration.of("noise", 2, type("noise"), "noise", told("noise", hook, pedestals))
                    .reading(runs(102, 104))
                    .after("pedestal")
                    .with("cut", "3")
                    .by(new Strategy.RunByRun()),
            Calibration.of("scale", 1, type("scale"), "scale", told("scale", hook, SCALE))
                    .reading(runs(103, 104))
                    .after("drift", "noise")
                    .repeated(
                            new Iteration(
                                    20, new Convergence.Pull("mean", ToyDetector.ERROR, 1e-2)))
        };
    }

    private static final Algorithm DRIFT =
            task -> {
                float pedestal = value(task, "pedestal");
                float former =
                        task.former()
                                .map(output -> output.bank(0).column("mean").floatAt(0))
                                .orElse(0f);
                return Result.of(List.of(ToyDetector.flat(0.75 * former + 0.25 * pedestal)));
            };

    private static final Algorithm SCALE =
            task -> {
                double square = value(task, "drift") + value(task, "noise");
                double x =
                        task.former()
                                .map(output -> (double) output.bank(0).column("mean").floatAt(0))
                                .orElse(square);
                return Result.of(List.of(ToyDetector.flat((x + square / x) / 2)));
            };

    private static float value(Task task, String calibration) {
        return task.upstream(calibration, 0, task.since()).column("mean").floatAt(0);
    }

    private static Algorithm told(String calibration, Consumer<String> hook, Algorithm algorithm) {
        return task -> {
            hook.accept(
                    "%s %s of %s iteration %s"
                            .formatted(
                                    calibration,
                                    task.since(),
                                    task.inputs().size(),
                                    task.iteration()));
            return algorithm.constants(task);
        };
    }

    static List<String> payloads(List<Output> outputs) {
        var payloads = new ArrayList<String>();
        outputs.forEach(output -> payloads.add(output.since() + " " + output.payloads()));
        return payloads;
    }
}
