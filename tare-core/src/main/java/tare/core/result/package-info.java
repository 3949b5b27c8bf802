/// Expected outcomes of work on constants, good and bad, as values that the compiler makes callers
/// look at.
///
/// In: an operation that may not be possible for good reasons. Out: its value, its value with
/// warnings, or a frozen code with a reason and details.
@NullMarked
package tare.core.result;

import org.jspecify.annotations.NullMarked;
