/// Samples and points of simulated channels, with known truth.
///
/// In: what a channel answers to a pulse, or the function its points lie on, faults, and a seed.
/// Out: sources of samples and points. The same seed gives the same samples to the bit on any
/// number of threads and in parts of any size; another Java release may draw other Gaussian
/// numbers.
@NullMarked
package tare.synthetic.sample;

import org.jspecify.annotations.NullMarked;
