/// The DIRC, a ring of 10,752 phototubes: the smallest complete detector, for newcomers to copy.
///
/// In: TDC files of the light flasher. Out: tubes and times, a tally of every word, and candidates
/// for the time offset T0 of every tube. All that Tare knows of this detector stands here; the rest
/// finds it through [tare.detectors.Detector].
///
/// Facts: "The BaBar Calibration System", draft 2.1, appendix E: 12 sectors, about 10,000 channels,
/// T0 from a flasher that gives each tube a number of samples of its own. The raw format, the
/// boards and the cabling are Tare's own.
@NullMarked
package tare.detectors.dirc;

import org.jspecify.annotations.NullMarked;
