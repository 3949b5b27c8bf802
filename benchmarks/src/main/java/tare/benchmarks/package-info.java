/// JMH benchmarks of the suite's hot loops.
///
/// Each measures its loop beside a baseline in the same run, so that the ratio holds on any
/// machine.
@NullMarked
package tare.benchmarks;

import org.jspecify.annotations.NullMarked;
