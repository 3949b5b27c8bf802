/// What can be done with whole banks: arithmetic, selection, flags, replacement, reshaping.
///
/// In: a bank, an [Operation] as a value, and an [Operator] who signs. Out: another bank whose
/// journal continues the first one's by exactly one entry, enough to do it again ([Replay]); or a
/// code that says why not. Reports ([Comparison], [FieldStatistics]) look and change nothing.
@NullMarked
package tare.core.operation;

import org.jspecify.annotations.NullMarked;
