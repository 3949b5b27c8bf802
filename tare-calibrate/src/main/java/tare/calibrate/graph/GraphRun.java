package tare.calibrate.graph;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        var waiting = new ArrayList<>(graph.steps());
        List<StepRun> atWork = start(waiting, outcomes);
        while (!atWork.isEmpty()) {
            var chains = new ArrayList<Chain>();
            var going = new ArrayList<StepRun>();
            for (StepRun run : atWork) {
                List<Chain> next = run.next();
                chains.addAll(next);
                if (next.isEmpty()) outcomes.put(run.step().name(), run.outcome());
                else going.add(run);
            }
            workers.run(chains, Chain::work);
            going.addAll(start(waiting, outcomes));
            atWork = going;
        }
        return graph.steps().stream()
                .flatMap(step -> Stream.ofNullable(outcomes.get(step.name())))
                .toList();
    }

    /// Takes out of those that wait the steps that can begin now; those that never can are blocked.
    private List<StepRun> start(List<Step> waiting, Map<String, StepOutcome> outcomes) {
        var begun = new ArrayList<StepRun>();
        // In the order of the graph, so that what a blocked step blocks is seen in the same pass.
        for (Step step : List.copyOf(waiting)) {
            if (!outcomes.keySet().containsAll(step.after())) continue;
            waiting.remove(step);
            var by = new TreeSet<String>();
            var upstream = new TreeMap<String, List<Output>>();
            for (String before : step.after()) {
                if (outcomes.get(before) instanceof StepOutcome.Done done) {
                    upstream.put(before, done.outputs());
                } else {
                    by.add(before);
                }
            }
            if (by.isEmpty()) begun.add(new StepRun(step, upstream, shelf(step)));
            else outcomes.put(step.name(), new StepOutcome.Blocked(step.name(), by));
        }
        return begun;
    }

    private Shelf shelf(Step step) {
        return new Shelf(store, step.tag(), step.type(), step.system(), author, clock);
    }
}
