package tare.calibrate.graph;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tare.conditions.store.ConditionsStore;
import tare.core.journal.Author;
import tare.core.work.Workers;

/// Works a graph off. Whatever was stored before, by this graph or one with the same steps, is not
/// computed again: after a crash, run it once more.
///
/// Steps that do not depend on each other work at once, as do intervals that do not. What comes
/// out is the same on any number of threads.
///
/// @param clock for journals; no constants depend on it
public record GraphRun(Graph graph, ConditionsStore store, Author author, InstantSource clock) {
    /// All outcomes, in the order of the graph's steps. A step that fails stops those that depend
    /// on it and no others.
    ///
    /// @throws tare.conditions.store.StoreException if the store fails; what was stored stays
    public List<StepOutcome> on(Workers workers) {
        var outcomes = new LinkedHashMap<String, StepOutcome>();
        List<StepRun> active = start(outcomes, List.of());
        while (!active.isEmpty()) {
            var chains = new ArrayList<Chain>();
            var ended = new ArrayList<StepRun>();
            for (StepRun run : active) {
                List<Chain> next = run.next();
                chains.addAll(next);
                if (next.isEmpty()) ended.add(run);
            }
            ended.forEach(run -> outcomes.put(run.step().name(), run.outcome()));
            workers.run(chains, Chain::work);
            active = start(outcomes, active.stream().filter(run -> !ended.contains(run)).toList());
        }
        return graph.steps().stream().map(step -> outcome(outcomes, step)).toList();
    }

    /// The steps at work and those that can begin now.
    private List<StepRun> start(Map<String, StepOutcome> outcomes, List<StepRun> atWork) {
        var active = new ArrayList<>(atWork);
        for (Step step : graph.steps()) {
            boolean known =
                    outcomes.containsKey(step.name())
                            || atWork.stream().anyMatch(run -> run.step().equals(step));
            if (known || !outcomes.keySet().containsAll(step.after())) continue;
            var by = new TreeSet<String>();
            var upstream = new TreeMap<String, List<Output>>();
            for (String before : step.after()) {
                if (outcome(outcomes, before) instanceof StepOutcome.Done done) {
                    upstream.put(before, done.outputs());
                } else {
                    by.add(before);
                }
            }
            if (by.isEmpty()) active.add(new StepRun(step, upstream, shelf(step)));
            else outcomes.put(step.name(), new StepOutcome.Blocked(step.name(), by));
        }
        return active;
    }

    private static StepOutcome outcome(Map<String, StepOutcome> outcomes, String step) {
        StepOutcome outcome = outcomes.get(step);
        if (outcome == null) throw new IllegalStateException("step " + step + " was left out");
        return outcome;
    }

    private static StepOutcome outcome(Map<String, StepOutcome> outcomes, Step step) {
        return outcome(outcomes, step.name());
    }

    private Shelf shelf(Step step) {
        return new Shelf(store, step.tag(), step.type(), step.system(), author, clock);
    }
}
