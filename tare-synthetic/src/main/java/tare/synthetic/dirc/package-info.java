/// Flasher runs of the DIRC with known truth.
///
/// In: a setup, a seed, numbers of faulty tubes. Out: a TDC file through the detector's encoder,
/// and the truth behind it: T0, illumination and fault of every tube.
@NullMarked
package tare.synthetic.dirc;

import org.jspecify.annotations.NullMarked;
