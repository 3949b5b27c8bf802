package tare.detectors.pixel.gain;

/// The injected charge at every point of a scan, for one module:
/// `charge = VCal · rangeFactor · slope + offset`.
///
/// @param vcal settings of the calibration pulse [DAC counts of the range used]
/// @param rangeFactor low-range counts per count of the range used; 6.5 for the high range in
///     published payloads (7 in lab software), 1 for the low range
/// @param slope electrons per low-range VCal count
/// @param offset electrons at VCal 0
public record ChargeAxis(double[] vcal, double rangeFactor, float slope, float offset) {
    /// High to low range, as published payloads use it (gain_calib configuration).
    public static final double HIGH_RANGE_FACTOR = 6.5;

    /// Constants for a module that the VCal object does not know.
    public static final float DEFAULT_SLOPE = 47;

    public static final float DEFAULT_OFFSET = -60;

    /// Injected charge of every point [electrons].
    public double[] charges() {
        double[] charges = new double[vcal.length];
        for (int i = 0; i < charges.length; i++) {
            charges[i] = vcal[i] * rangeFactor * slope + offset;
        }
        return charges;
    }

    /// Points at lower charge were taken at VCal zero and are not fitted [electrons].
    double minCharge() {
        return 0.1 * slope + offset;
    }
}
