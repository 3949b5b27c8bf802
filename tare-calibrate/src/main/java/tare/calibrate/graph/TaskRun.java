package tare.calibrate.graph;

import java.util.List;
import java.util.Optional;
import tare.conditions.store.Candidate;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// One task from its key to stored constants: looks for them, computes, iterates, stores.
///
/// @param shelf where the constants go
/// @param drafts where iterations are kept on the way
record TaskRun(Calibration calibration, Shelf shelf, Shelf drafts) {
    TaskResult on(Task task) {
        TaskKey key = TaskKey.of(calibration, task);
        Optional<Shelf.Kept> before = shelf.find(task.since(), key);
        if (before.isPresent()) return new TaskResult.Made(before.get().output(), false);
        return calibration
                .iteration()
                .map(iteration -> iterate(task, key, iteration))
                .orElseGet(
                        () ->
                                switch (constants(task)) {
                                    case Result.Failed<List<Candidate>> none -> without(task, none);
                                    case Result<List<Candidate>> made ->
                                            store(task, key, made.orElseThrow(), Double.NaN);
                                });
    }

    private TaskResult iterate(Task first, TaskKey key, Iteration iteration) {
        Optional<Shelf.Kept> draft = drafts.find(first.since(), key);
        Task task = draft.map(kept -> first.after(kept.iteration(), kept.output())).orElse(first);
        double change = draft.map(Shelf.Kept::change).orElse(Double.POSITIVE_INFINITY);
        while (task.iteration() < iteration.max()) {
            Result<List<Candidate>> result = constants(task);
            if (result instanceof Result.Failed<List<Candidate>> none) return without(task, none);
            List<Candidate> made = result.orElseThrow();
            change = change(task, made, iteration.until());
            if (change <= iteration.until().tolerance()) return store(task, key, made, change);
            switch (drafts.put(task.since(), key, made, task.iteration(), change)) {
                case Shelf.Submitted.Refused refused -> {
                    return refused(task, refused);
                }
                case Shelf.Submitted.Stored(Shelf.Kept kept) ->
                        task = task.after(task.iteration(), kept.output());
            }
        }
        return new TaskResult.Without(
                new TaskFailure.NotConverged(task.since(), iteration.max(), change));
    }

    /// The first iteration has none to be compared with, whatever it started from.
    private static double change(Task task, List<Candidate> made, Convergence until) {
        if (task.iteration() == 0) return Double.POSITIVE_INFINITY;
        return until.change(task.former().orElseThrow(), made);
    }

    private TaskResult store(Task task, TaskKey key, List<Candidate> made, double change) {
        return switch (shelf.put(task.since(), key, made, task.iteration(), change)) {
            case Shelf.Submitted.Stored(Shelf.Kept kept) ->
                    new TaskResult.Made(kept.output(), true);
            case Shelf.Submitted.Refused refused -> refused(task, refused);
        };
    }

    /// What an algorithm throws is its own failure: other calibrations do not suffer from it.
    private Result<List<Candidate>> constants(Task task) {
        try {
            Result<List<Candidate>> made = calibration.algorithm().constants(task);
            boolean empty = made.isSuccess() && made.orElseThrow().isEmpty();
            return empty ? Result.failed(ErrorCode.NOT_FOUND, "it made no bank") : made;
        } catch (RuntimeException e) {
            return Result.failed(code(e), "it threw " + e);
        }
    }

    /// Around a checked exception, it is the world outside that failed; otherwise the algorithm.
    private static ErrorCode code(RuntimeException thrown) {
        Throwable cause = thrown.getCause();
        boolean outside = cause instanceof Exception && !(cause instanceof RuntimeException);
        return outside ? ErrorCode.INPUT_OUTPUT : ErrorCode.BAD_ARGUMENT;
    }

    private static TaskResult without(Task task, Result.Failed<List<Candidate>> none) {
        String details = none.details().isEmpty() ? "" : "; " + String.join("; ", none.details());
        return new TaskResult.Without(
                new TaskFailure.Failed(task.since(), none.code(), none.reason() + details));
    }

    private static TaskResult refused(Task task, Shelf.Submitted.Refused refused) {
        return new TaskResult.Without(new TaskFailure.Refused(task.since(), refused.verdicts()));
    }
}
