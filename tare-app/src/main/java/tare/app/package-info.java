/// Wiring only: the one command, `tare`, and what it starts.
///
/// In: the command line. Out: what the stages print, store and draw, and an exit code. No physics.
@NullMarked
package tare.app;

import org.jspecify.annotations.NullMarked;
