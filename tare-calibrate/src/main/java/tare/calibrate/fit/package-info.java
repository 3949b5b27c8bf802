/// Fits that run over many channels at once, never throw and do bounded work.
///
/// In: columns of points, one row per point, one lane per channel. Out: columns of parameters,
/// errors and chi2. Which points take part is the caller's business; a weight of 0 leaves one out.
@NullMarked
package tare.calibrate.fit;

import org.jspecify.annotations.NullMarked;
