/// Pulse-height calibrations of single modules, measured on a laboratory bench.
///
/// In: the text files the bench software writes, one per ROC: mean pulse height of every pixel at
/// some VCal settings, or the parameters of its own fits. Out: columns per ROC, pulse-height curves
/// fitted through the points (error function or hyperbolic tangent), and how two sets of curves
/// differ.
@NullMarked
package tare.detectors.pixel.lab;

import org.jspecify.annotations.NullMarked;
