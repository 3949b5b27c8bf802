/// The pixel gain calibration: a pedestal and a gain per pixel from a scan of the calibration
/// pulse.
///
/// In: hits of a dump, the scan's settings and the VCal constants of the modules. Out: a bank per
/// module with pedestal, gain, their errors and how the fit went, and an account of every hit.
///
/// The rules are those of CMSTrackerDPG/SiPixelTools-GainCalibration at 2ee1d7b.
@NullMarked
package tare.detectors.pixel.gain;

import org.jspecify.annotations.NullMarked;
