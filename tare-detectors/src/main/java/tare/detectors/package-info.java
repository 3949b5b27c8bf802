/// What the stages may ask of any detector.
///
/// In: the detectors' folders below, found by [java.util.ServiceLoader]. Out: names, channel maps,
/// banks, calibration types and raw formats, without a word about which detector it is.
@NullMarked
package tare.detectors;

import org.jspecify.annotations.NullMarked;
