package tare.detectors.pixel.vcal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The factor by which irradiation raises the charge per VCal step: the growth of the band-gap
/// reference, times 49/47 in the endcap.
///
/// Published factors are rounded, halves to even: 3 decimals in the barrel, 4 for a ring, 3 for the
/// mean of both rings. Rounding is done on the exact value of the double, as Python's `round` does.
/// Immutable.
///
/// Source: `test/calc_corrections.py` of CMSTrackerDPG/SiPixelTools-GainCalibration.
///
/// @param doses dose per region and luminosity
/// @param bandGap voltage per dose
public record RadiationCorrection(DoseModel doses, BandGapReference bandGap) {
    private static final int BARREL_DECIMALS = 3;
    private static final int RING_DECIMALS = 4;
    private static final int RING_AVERAGE_DECIMALS = 3;

    /// Endcap modules were measured at 49 e/VCal where the base slope is 47 e/VCal.
    private static final double ENDCAP_SCALE = 49.0 / 47.0;

    public static RadiationCorrection phase1() {
        return new RadiationCorrection(DoseModel.phase1(), BandGapReference.phase1());
    }

    /// Dose of a region at the luminosity of a tag [Mrad].
    public double doseMrad(Region region, VcalTag tag) {
        return doses.doseMrad(region, tag.luminosityRun3Fb());
    }

    /// The rounded factor that a tag publishes for a region.
    public double factor(Region region, VcalTag tag) {
        if (region.isBarrel()) return rounded(growth(region, tag), BARREL_DECIMALS);
        return switch (tag.rings()) {
            case EACH -> rounded(growth(region, tag) * ENDCAP_SCALE, RING_DECIMALS);
            case AVERAGE -> ringAverage(tag);
        };
    }

    /// The rounded mean factor of both rings, whatever the tag's rule.
    public double ringAverage(VcalTag tag) {
        double mean = (growth(Region.RING_1, tag) + growth(Region.RING_2, tag)) / 2;
        return rounded(mean * ENDCAP_SCALE, RING_AVERAGE_DECIMALS);
    }

    private double growth(Region region, VcalTag tag) {
        return bandGap.ratio(doseMrad(region, tag));
    }

    private static double rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
