package tare.calibrate.cycle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a tree of cycles, step by step, on the calling thread.
///
/// A step is set, begins, runs the cycles inside it or accumulates, and ends. Every end is reported
/// with the number of steps that have ended. Whoever saves that number together with the
/// accumulators as they are at that moment can go on from there in another process, with the same
/// result to the bit; what had begun but not ended since then is done again.
public final class CycleRun {
    private final Cycle cycle;
    private final Map<String, StepActions> actions = new HashMap<>();
    private Consumer<CycleProgress> listener = _ -> {};

    /// Steps that had ended before this run and are passed over.
    private long skipped;

    private long ended;

    private CycleRun(Cycle cycle) {
        this.cycle = cycle;
    }

    public static CycleRun of(Cycle cycle) {
        return new CycleRun(cycle);
    }

    /// What to do at the steps of a cycle of the tree.
    ///
    /// @throws IllegalArgumentException if the tree has none of that name, or it has its actions
    public CycleRun on(String cycleName, StepActions stepActions) {
        if (!cycle.names().contains(cycleName)) {
            throw new IllegalArgumentException(
                    "no cycle '" + cycleName + "' among " + cycle.names());
        }
        if (actions.putIfAbsent(cycleName, stepActions) != null) {
            throw new IllegalArgumentException("cycle '" + cycleName + "' has its actions");
        }
        return this;
    }

    /// Who is told of every step that ended.
    public CycleRun telling(Consumer<CycleProgress> newListener) {
        listener = newListener;
        return this;
    }

    /// Goes on after an earlier run.
    ///
    /// @param endedBefore the number that the earlier run reported last before it was saved
    /// @throws IllegalArgumentException if the tree has not so many steps
    public CycleRun resume(long endedBefore) {
        if (endedBefore < 0 || endedBefore > cycle.steps()) {
            throw new IllegalArgumentException(
                    "a run of " + cycle.steps() + " steps cannot go on after " + endedBefore);
        }
        skipped = endedBefore;
        return this;
    }

    /// Runs to the end. What an action throws ends the run there.
    public void run() {
        ended = 0;
        run(cycle, null);
    }

    private void run(Cycle level, @Nullable Step outer) {
        StepActions own = actions.getOrDefault(level.name(), new StepActions() {});
        for (int index = 0; index < level.settings().count(); index++) {
            if (ended + level.stepsOfOne() <= skipped) {
                ended += level.stepsOfOne();
            } else {
                run(new Step(outer, level, index), own);
            }
        }
    }

    private void run(Step step, StepActions own) {
        own.set(step);
        if (ended >= skipped) own.begin(step);
        for (Cycle inner : step.cycle().inner()) run(inner, step);
        if (step.cycle().inner().isEmpty()) own.accumulate(step);
        own.end(step);
        ended++;
        listener.accept(new CycleProgress(step, ended, cycle.steps()));
    }
}
