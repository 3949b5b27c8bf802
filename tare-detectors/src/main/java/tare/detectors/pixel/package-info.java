/// The CMS phase-1 pixel detector: what the stages need to know of it.
///
/// In: nothing but the detector's own facts. Out: calibration types and the division into banks.
/// Below: `geometry` (modules, names, cabling), `raw` (dumps), `gain` (the gain calibration),
/// `vcal` (charge scale and radiation), `lab` (bench files).
@NullMarked
package tare.detectors.pixel;

import org.jspecify.annotations.NullMarked;
