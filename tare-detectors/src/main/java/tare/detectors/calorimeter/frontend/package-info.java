/// From tower ADCs to the 12-bit words that enter the first trigger boards, for barrel and endcap.
///
/// In: tables of pedestals, statuses and settings (from the database or a [StatusFile]), the run,
/// and blocks of events stored tower by tower ([AdcColumns]). [BarrelRunStart] makes the settings
/// of a run; [BarrelFrontEnd] and [EndcapFrontEnd] turn blocks into high towers, patch sums and
/// words patch by patch ([PatchColumns]). What varies with the run stands in CSV tables beside the
/// classes; what the reference does wrong is a [FrontEndDefect], mended unless asked for.
@NullMarked
package tare.detectors.calorimeter.frontend;

import org.jspecify.annotations.NullMarked;
