package tare.detectors.pixel.vcal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The VCal constants of a tag: one set for each region. Immutable.
///
/// @param tag what they are made for
/// @param correction the model behind them
/// @param regions constants of every region
public record VcalCalibration(
        VcalTag tag, RadiationCorrection correction, Map<Region, RegionVcal> regions) {
    public VcalCalibration {
        if (regions.size() != Region.values().length) {
            throw new IllegalArgumentException(
                    "every region needs constants, got " + regions.keySet());
        }
        regions = Collections.unmodifiableMap(new EnumMap<>(regions));
    }

    /// Run-3 base constants with the phase-1 correction at a tag's luminosity.
    public static VcalCalibration of(VcalTag tag) {
        return of(tag, RadiationCorrection.phase1());
    }

    /// Run-3 base constants with a correction of choice.
    public static VcalCalibration of(VcalTag tag, RadiationCorrection correction) {
        var regions = new EnumMap<Region, RegionVcal>(Region.class);
        for (Region region : Region.values()) {
            regions.put(
                    region,
                    RegionVcal.of(
                            correction.doseMrad(region, tag),
                            correction.factor(region, tag),
                            VcalBase.run3(region)));
        }
        return new VcalCalibration(tag, correction, regions);
    }

    public RegionVcal region(Region region) {
        RegionVcal constants = regions.get(region);
        if (constants == null) throw new IllegalStateException("no constants for " + region);
        return constants;
    }
}
