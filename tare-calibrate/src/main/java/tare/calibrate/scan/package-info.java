/// Scans: a stimulus is stepped through points, groups of channels (patterns) take turns, and every
/// channel collects n, Σx and Σx² at every point.
///
/// In: batches of digis and the pattern and point that they belong to. Out: counters of a pattern,
/// point by point, ready for a fit that runs over many channels at once.
@NullMarked
package tare.calibrate.scan;

import org.jspecify.annotations.NullMarked;
