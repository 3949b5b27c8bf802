/// Charge per VCal step of each module, and how irradiation changes it.
///
/// In: the luminosity delivered in Run 3, entered once per tag; doses, the band-gap voltage and
/// base constants as measured. Out: slope [e/VCal], offset [e] and correction of every region, as a
/// bank over all modules with its journal, as printed lines, and as the arrays of the correction
/// plot.
@NullMarked
package tare.detectors.pixel.vcal;

import org.jspecify.annotations.NullMarked;
