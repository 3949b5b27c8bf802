package tare.detectors.pixel.vcal;

/// Charge injected into unirradiated chips: electrons = slope * VCal + offset.
///
/// Stated uncertainties are 47 ± 4.7 e/VCal and -60 ± 130 e, in layer 1 (before its replacement)
/// 49.6 ± 2.6 e/VCal and -670 ± 220 e.
///
/// @param slopeElectrons per VCal step of the low range [e/VCal]
/// @param offsetElectrons charge at VCal 0 [e]; irradiation does not change it
public record VcalBase(double slopeElectrons, double offsetElectrons) {
    /// All regions but layer 1.
    private static final VcalBase COMMON = new VcalBase(47, -60);

    /// The chip of layer 1 as replaced before Run 3; the one before had 50 e/VCal and -670 e.
    private static final VcalBase LAYER_1 = new VcalBase(45.7, -308);

    public VcalBase {
        if (!(slopeElectrons > 0)) {
            throw new IllegalArgumentException("slope must be > 0 e/VCal, got " + slopeElectrons);
        }
        if (!Double.isFinite(offsetElectrons)) {
            throw new IllegalArgumentException("offset must be finite, got " + offsetElectrons);
        }
    }

    /// The constants of Run 3.
    ///
    /// Source: `test/SiPixelVCalDB_cfg.py` of CMSTrackerDPG/SiPixelTools-GainCalibration.
    public static VcalBase run3(Region region) {
        return region == Region.LAYER_1 ? LAYER_1 : COMMON;
    }
}
