/// Gain scans of the pixel detector as a FED would dump them, with known truth.
///
/// In: a cabling, a scan, VCal constants, fault rates and a seed. Out: a dump file or a bench file,
/// the true response of every pixel, an account of everything injected, and pulls of fitted
/// constants.
///
/// Simulated: linear response with plateau (sharp or soft), spreads by module, ROC and pixel,
/// Gaussian noise, threshold, faulty pixels and ROCs, cross-talk, error words, broken blocks, lost
/// events. Not simulated: noise at the threshold, time walk, noise common to several pixels, drifts
/// during a scan, buffers that overflow with occupancy. The same seed gives the same bytes on any
/// number of threads; another Java release may draw other Gaussian numbers.
@NullMarked
package tare.synthetic.pixel;

import org.jspecify.annotations.NullMarked;
