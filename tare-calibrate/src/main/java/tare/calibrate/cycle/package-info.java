/// Calibrations as they run: a stimulus stepped through nested cycles, samples accumulated at every
/// step, constants fitted at the end.
///
/// In: sources of samples and points, a tree of cycles, what to do at their steps. Out: banks of
/// constants; progress; a place to go on from after an interruption.
@NullMarked
package tare.calibrate.cycle;

import org.jspecify.annotations.NullMarked;
