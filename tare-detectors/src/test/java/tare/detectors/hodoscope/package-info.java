/// A made-up detector of the tutorial "your own detector in one folder": 64 scintillator bars in
/// two planes.
@NullMarked
package tare.detectors.hodoscope;

import org.jspecify.annotations.NullMarked;
