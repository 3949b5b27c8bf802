package tare.detectors.pixel.vcal;

/// The model used before [BandGapReference]: correction = 1 + rate * dose. For plots only.
///
/// @param ratePerMrad growth per Mrad
public record LinearCorrection(double ratePerMrad) {
    /// 0.45 % per Mrad, as `test/calc_corrections.py` of the CMS gain calibration draws it.
    public static LinearCorrection old() {
        return new LinearCorrection(0.0045);
    }

    public double factor(double doseMrad) {
        return 1 + ratePerMrad * doseMrad;
    }
}
