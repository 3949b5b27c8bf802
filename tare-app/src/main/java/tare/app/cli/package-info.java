/// The verbs of the command line: options in, stages called, results printed, an exit code out.
///
/// A verb reads its options, calls the suite's own modules and prints; it computes no physics.
/// Results go to standard output, progress and remarks to standard error. Exit codes: [Exit].
@NullMarked
package tare.app.cli;

import org.jspecify.annotations.NullMarked;
