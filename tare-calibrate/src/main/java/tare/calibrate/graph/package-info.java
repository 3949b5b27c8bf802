/// Graphs of calibrations: steps that build on each other, each cut into intervals by a strategy,
/// iterated if need be, and restarted without doing anything twice that was stored.
///
/// In: steps with their data and algorithms. Out: constants through the gate, one commit per
/// interval, and per step what became of it. A step's key, a digest of all that went in, stands in
/// what it stores: the store itself is the checkpoint.
///
/// ```java
/// var pedestal = Step.of("pedestal", 1, type, "ped-2026", fit).reading(runs).by(new RunByRun());
/// var gain = Step.of("gain", 3, gainType, "gain-2026", line).reading(scans).after("pedestal");
/// var graph = Graph.of(pedestal, gain).orElseThrow();
/// for (StepOutcome outcome : new GraphRun(graph, store, author, clock).on(workers)) tell(outcome);
/// ```
@NullMarked
package tare.calibrate.graph;

import org.jspecify.annotations.NullMarked;
