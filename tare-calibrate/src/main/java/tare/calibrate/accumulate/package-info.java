/// Accumulators: what remains of any number of samples, for many channels at once.
///
/// In: samples or points of channels by dense index, one primitive call each. Out: columns from
/// which a fit makes constants, or a bank of partial sums from which the accumulation goes on to
/// the bit. All accumulators merge; merging equals adding everything to one.
@NullMarked
package tare.calibrate.accumulate;

import org.jspecify.annotations.NullMarked;
