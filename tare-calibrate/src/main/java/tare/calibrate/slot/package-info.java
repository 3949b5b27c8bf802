/// Calibration in slots of time: samples stream in, mostly in order, and constants come out slot by
/// slot, the same whatever the order in which the samples arrived and however often the program was
/// killed on the way.
///
/// In: inputs, each with its place in the source, its time and its samples. Out: per slot constants
/// through the gate, together with the partial sums that go on from there, in one transaction.
///
/// ```java
/// var slots = Slots.every(TimeAxis.RUN, 10).waiting(2).atLeast(1000, 0.95);
/// var recipe = new SlotRecipe<>(slots, sums, fit, tags);
/// var calibration = new SlotCalibration<>(recipe, store, author, clock, outcome ->
/// report(outcome));
/// for (var input : source.from(calibration.position())) report(calibration.add(input));
/// calibration.endOfRun();
/// ```
@NullMarked
package tare.calibrate.slot;

import org.jspecify.annotations.NullMarked;
