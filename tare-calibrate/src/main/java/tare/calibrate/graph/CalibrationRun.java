package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tare.core.time.Moment;

/// One calibration at work, in one or two rounds of chains.
final class CalibrationRun {
    private final Calibration calibration;
    private final Intervals intervals;
    private final Shelf shelf;
    private final Shelf runs;
    private List<Chain> chains = List.of();
    private List<BoundaryRule.Boundary> boundaries = List.of();
    private int rounds;

    CalibrationRun(Calibration calibration, Map<String, List<Output>> upstream, Shelf shelf) {
        this.calibration = calibration;
        this.shelf = shelf;
        runs = shelf.besides("runs");
        intervals = Intervals.of(calibration, upstream);
    }

    Calibration calibration() {
        return calibration;
    }

    /// Chains that can be worked on now, each by a thread of its own; none if the calibration is
    /// through.
    List<Chain> next() {
        if (intervals.missing().isPresent()) return List.of();
        boolean searches = calibration.strategy() instanceof Strategy.BoundarySearch;
        if (rounds > 0 && (!searches || rounds > 1 || !failures().isEmpty())) return List.of();
        chains =
                rounds == 0
                        ? firstRound()
                        : stretches((Strategy.BoundarySearch) calibration.strategy());
        rounds++;
        return chains;
    }

    private List<Chain> firstRound() {
        return switch (calibration.strategy()) {
            case Strategy.SingleInterval _ -> each(shelf, List.of(intervals.whole()));
            case Strategy.RunByRun _ -> each(shelf, intervals.perRun());
            case Strategy.Sequential _ -> List.of(chain(shelf, intervals.perRun()));
            case Strategy.BoundarySearch _ -> each(runs, intervals.perRun());
        };
    }

    private List<Chain> stretches(Strategy.BoundarySearch search) {
        BoundaryRule rule = search.rule();
        boundaries = rule.boundaries(RunValues.of(outputs(), rule.field(), rule.error()));
        List<Moment> begins = boundaries.stream().map(BoundaryRule.Boundary::since).toList();
        return each(shelf, intervals.between(begins));
    }

    private List<Chain> each(Shelf target, List<Task> tasks) {
        return tasks.stream().map(task -> chain(target, List.of(task))).toList();
    }

    private Chain chain(Shelf target, List<Task> tasks) {
        return new Chain(new TaskRun(calibration, target, target.besides("iterations")), tasks);
    }

    CalibrationOutcome outcome() {
        if (intervals.missing().isPresent()) {
            return new CalibrationOutcome.MissingInput(
                    calibration.name(), intervals.missing().get());
        }
        List<TaskFailure> failures = failures();
        if (!failures.isEmpty()) {
            boolean ofRuns =
                    calibration.strategy() instanceof Strategy.BoundarySearch && rounds == 1;
            return new CalibrationOutcome.Failed(
                    calibration.name(), failures, ofRuns ? List.of() : outputs());
        }
        List<Output> outputs = outputs();
        int computed = (int) made().stream().filter(TaskResult.Made::computed).count();
        return new CalibrationOutcome.Done(
                calibration.name(),
                outputs,
                computed,
                outputs.size() - computed,
                boundaries,
                shelf.others(outputs));
    }

    private List<TaskResult.Made> made() {
        var made = new ArrayList<TaskResult.Made>();
        for (Chain chain : chains) {
            for (TaskResult result : chain.results()) {
                if (result instanceof TaskResult.Made one) made.add(one);
            }
        }
        made.sort(Comparator.comparingLong(one -> one.output().since().value()));
        return made;
    }

    private List<Output> outputs() {
        return made().stream().map(TaskResult.Made::output).toList();
    }

    private List<TaskFailure> failures() {
        var failures = new ArrayList<TaskFailure>();
        for (Chain chain : chains) {
            for (TaskResult result : chain.results()) {
                if (result instanceof TaskResult.Without(TaskFailure failure)) {
                    failures.add(failure);
                }
            }
        }
        failures.sort(Comparator.comparingLong(failure -> failure.since().value()));
        return failures;
    }
}
