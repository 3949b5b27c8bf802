/// Tests of the command line: run in process, on real stores.
@NullMarked
package tare.app.cli;

import org.jspecify.annotations.NullMarked;
