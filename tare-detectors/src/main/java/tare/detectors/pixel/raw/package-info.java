/// Front-end dumps of the CMS phase-1 pixel detector: from 64-bit words to pixel hits.
///
/// In: `GainCalibration_<FED>_<RUN>.dmp` files and a cabling. Out: hits as (ROC, pixel, ADC),
/// errors by type and link, and a tally of every word. The encoder writes what the decoder reads.
///
/// Formats: CMSTrackerDPG/SiPixelTools-PixelDumpDataInputSource at 0edfe3d, cms-sw/cmssw
/// SiPixelDigiConstants.h, patatrack pixeltrack-standalone at 26c034a.
@NullMarked
package tare.detectors.pixel.raw;

import org.jspecify.annotations.NullMarked;
