/// The gate: what a set of constants must be like to be stored.
///
/// In: a bank, the calibration type it claims, the bank that held before, the detector's division
/// into banks. Out: a verdict with every reason. Types are data; they are stored, versioned, with
/// the constants they let in.
@NullMarked
package tare.conditions.type;

import org.jspecify.annotations.NullMarked;
