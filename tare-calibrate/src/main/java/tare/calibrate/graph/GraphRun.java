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

/// Works a graph off. Whatever was stored before, by this graph or one with the same calibrations,
/// is not computed again: after a crash, run it once more.
///
/// Calibrations that do not depend on each other work at once, as do intervals that do not. What
/// comes out is the same on any number of threads.
///
/// @param clock for journals; no constants depend on it
public record GraphRun(Graph graph, ConditionsStore store, Author author, InstantSource clock) {
    /// All outcomes, in the order of the graph's calibrations. A calibration that fails stops those
    /// that depend on it and no others.
    ///
    /// @throws tare.conditions.store.StoreException if the store fails; what was stored stays
    public List<CalibrationOutcome> on(Workers workers) {
        var outcomes = new LinkedHashMap<String, CalibrationOutcome>();
        var waiting = new ArrayList<>(graph.calibrations());
        List<CalibrationRun> atWork = start(waiting, outcomes);
        while (!atWork.isEmpty()) {
            var chains = new ArrayList<Chain>();
            var going = new ArrayList<CalibrationRun>();
            for (CalibrationRun run : atWork) {
                List<Chain> next = run.next();
                chains.addAll(next);
                if (next.isEmpty()) outcomes.put(run.calibration().name(), run.outcome());
                else going.add(run);
            }
            workers.run(chains, Chain::work);
            going.addAll(start(waiting, outcomes));
            atWork = going;
        }
        return graph.calibrations().stream()
                .flatMap(calibration -> Stream.ofNullable(outcomes.get(calibration.name())))
                .toList();
    }

    /// Takes out of those that wait the calibrations that can begin now; those that never can are
    /// blocked.
    private List<CalibrationRun> start(
            List<Calibration> waiting, Map<String, CalibrationOutcome> outcomes) {
        var begun = new ArrayList<CalibrationRun>();
        // In the order of the graph, so that what a blocked calibration blocks is seen in the same
        // pass.
        for (Calibration calibration : List.copyOf(waiting)) {
            if (!outcomes.keySet().containsAll(calibration.after())) continue;
            waiting.remove(calibration);
            var by = new TreeSet<String>();
            var upstream = new TreeMap<String, List<Output>>();
            for (String before : calibration.after()) {
                if (outcomes.get(before) instanceof CalibrationOutcome.Done done) {
                    upstream.put(before, done.outputs());
                } else {
                    by.add(before);
                }
            }
            if (by.isEmpty())
                begun.add(new CalibrationRun(calibration, upstream, shelf(calibration)));
            else
                outcomes.put(
                        calibration.name(), new CalibrationOutcome.Blocked(calibration.name(), by));
        }
        return begun;
    }

    private Shelf shelf(Calibration calibration) {
        return new Shelf(
                store, calibration.tag(), calibration.type(), calibration.system(), author, clock);
    }
}
