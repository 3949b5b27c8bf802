/// Wiring only: where the command starts.
///
/// In: the command line. Out: an exit code.
@NullMarked
package tare.app;

import org.jspecify.annotations.NullMarked;
