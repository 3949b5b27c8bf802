/// Graphs of calibrations: calibrations that build on each other, each cut into intervals by a
/// strategy, iterated if need be, and restarted without doing anything twice that was stored.
///
/// In: calibrations with their data and algorithms. Out: constants through the gate, one commit per
/// interval, and per calibration what became of it. A calibration's key, a digest of all that went
/// in, stands in what it stores: the store itself is the checkpoint.
///
/// ```java
/// var pedestal = Calibration.of("pedestal", 1, pedestalType, "ped-2026", fitPedestals)
///         .reading(runs)
///         .by(new Strategy.RunByRun());
/// var gain = Calibration.of("gain", 3, gainType, "gain-2026", fitGains)
///         .reading(scans)
///         .after("pedestal");
/// var run = new GraphRun(Graph.of(pedestal, gain).orElseThrow(), store, author, clock);
/// for (CalibrationOutcome outcome : run.on(workers)) tell(outcome);
/// ```
@NullMarked
package tare.calibrate.graph;

import org.jspecify.annotations.NullMarked;
