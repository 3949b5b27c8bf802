package tare.detectors.calorimeter.frontend;

import tare.detectors.calorimeter.map.BarrelMap;

/// How the look-up table of a barrel patch turns its raw sum into six bits.
///
/// `(sum - pedestal') / scale'`, between 0 and 62, 0 where `sum - pedestal' < sigma`, rounded half
/// away from zero; all in single precision, as the reference. With n masked towers:
///
/// | | |
/// |---|---|
/// | formula 1 | `scale' = scale (16 - n) / 16`, or 1 for n = 16 |
/// | formula 2 | `pedestal'` is smaller by `n (shift - 8) / 16`: what n towers at pedestal add |
/// | any other formula | neither |
/// | power up | `pedestal'` is larger by 15, so that 16 towers at pedestal give 1 |
///
/// Source: trigger specification 2.5.
///
/// @param formula the formula's number
/// @param scale steps of the raw sum for one of the result; not 0 where the sum is used
/// @param pedestal in steps of the raw sum
/// @param sigma what a sum must have above the pedestal, in the same steps
/// @param powerUp not 0 if the electronics was set up after a power cycle
public record LutParameters(int formula, float scale, float pedestal, float sigma, float powerUp) {
    /// The largest six-bit sum; 63 is kept for boards further on.
    public static final int LARGEST = 62;

    /// The result for a raw sum.
    ///
    /// @param rawSum in steps of four 10-bit ADC counts, may be negative
    /// @param masked towers of the patch that are masked
    /// @param shiftAdc where pedestals lie, in counts of the 12-bit ADC
    public int apply(int rawSum, int masked, int shiftAdc) {
        float aboveZero = rawSum - pedestalWith(masked, shiftAdc);
        float value = Math.clamp(aboveZero / scaleWith(masked), 0f, (float) LARGEST);
        if (aboveZero < sigma) return 0;
        int whole = (int) value;
        return value - whole >= 0.5f ? whole + 1 : whole;
    }

    private float scaleWith(int masked) {
        if (formula != 1) return scale;
        return masked == BarrelMap.TOWERS_OF_A_PATCH ? 1 : scale * (16 - masked) / 16;
    }

    private float pedestalWith(int masked, int shiftAdc) {
        float withPower = powerUp == 0 ? pedestal : pedestal + 15;
        return formula == 2 ? withPower - masked * (shiftAdc - 8) / 16f : withPower;
    }
}
