/// When something holds: runs, moments on a typed axis, and intervals of validity.
///
/// Every interval is half-open, `[since, until)`. No clock is read here; whoever needs the present
/// passes an `InstantSource`.
@NullMarked
package tare.core.time;

import org.jspecify.annotations.NullMarked;
