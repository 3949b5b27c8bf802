package tare.detectors.pixel.vcal;

/// The VCal constants of one region.
///
/// @param doseMrad dose behind the correction [Mrad]
/// @param correction rounded factor that went into the slope
/// @param slopeElectrons corrected slope, single precision as it is stored [e/VCal]
/// @param offsetElectrons charge at VCal 0 [e]
public record RegionVcal(
        double doseMrad, double correction, float slopeElectrons, float offsetElectrons) {
    static RegionVcal of(double doseMrad, double correction, VcalBase base) {
        return new RegionVcal(
                doseMrad,
                correction,
                (float) (base.slopeElectrons() * correction),
                (float) base.offsetElectrons());
    }

    /// Charge injected at a VCal setting [e].
    ///
    /// @param vcalLow setting in steps of the low range
    public double electrons(double vcalLow) {
        return slopeElectrons * vcalLow + offsetElectrons;
    }
}
