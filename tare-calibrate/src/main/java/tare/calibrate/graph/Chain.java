package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tasks of a calibration that one thread does in order; each starts from the output of the one
/// before. Ends at the first failure. Chains know nothing of each other.
final class Chain {
    private final TaskRun run;
    private final List<Task> tasks;
    private final List<TaskResult> results = new ArrayList<>();

    Chain(TaskRun run, List<Task> tasks) {
        this.run = run;
        this.tasks = tasks;
    }

    void work() {
        Optional<Output> former = Optional.empty();
        for (Task task : tasks) {
            TaskResult result = run.on(task.from(former));
            results.add(result);
            if (!(result instanceof TaskResult.Made(Output output, _))) return;
            former = Optional.of(output);
        }
    }

    List<TaskResult> results() {
        return results;
    }
}
