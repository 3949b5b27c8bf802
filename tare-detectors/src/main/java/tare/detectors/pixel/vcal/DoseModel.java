package tare.detectors.pixel.vcal;

import static tare.detectors.pixel.vcal.RegionDose.InstalledFor.RUN_2;
import static tare.detectors.pixel.vcal.RegionDose.InstalledFor.RUN_3;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Dose of each region as a function of delivered luminosity. Immutable.
///
/// @param luminosity2017Fb delivered in 2017 [1/fb]
/// @param luminosity2018Fb delivered in 2018 [1/fb]
/// @param rates one for each region
public record DoseModel(
        double luminosity2017Fb, double luminosity2018Fb, Map<Region, RegionDose> rates) {
    public DoseModel {
        if (!(luminosity2017Fb >= 0 && luminosity2018Fb >= 0)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "luminosities must be >= 0 /fb, got 2017: %s, 2018: %s",
                            luminosity2017Fb,
                            luminosity2018Fb));
        }
        if (rates.size() != Region.values().length) {
            throw new IllegalArgumentException("every region needs a rate, got " + rates.keySet());
        }
        rates = Collections.unmodifiableMap(new EnumMap<>(rates));
    }

    /// The phase-1 detector; layer 1 was replaced before Run 3 and counts from then.
    ///
    /// Source: `test/calc_corrections.py` of CMSTrackerDPG/SiPixelTools-GainCalibration.
    public static DoseModel phase1() {
        return new DoseModel(
                49.97,
                65.77,
                Map.of(
                        Region.LAYER_1, new RegionDose(0.35, RUN_3),
                        Region.LAYER_2, new RegionDose(0.0717, RUN_2),
                        Region.LAYER_3, new RegionDose(0.0438, RUN_2),
                        Region.LAYER_4, new RegionDose(0.0236, RUN_2),
                        Region.RING_1, new RegionDose(0.212, RUN_2),
                        Region.RING_2, new RegionDose(0.056, RUN_2)));
    }

    /// Luminosity of the years before Run 3 [1/fb].
    public double luminosityRun2Fb() {
        return luminosity2017Fb + luminosity2018Fb;
    }

    /// Dose of a region's chips [Mrad].
    ///
    /// @param luminosityRun3Fb delivered since the start of Run 3 [1/fb]
    public double doseMrad(Region region, double luminosityRun3Fb) {
        RegionDose rate = rates.get(region);
        if (rate == null) throw new IllegalStateException("no rate for " + region);
        double luminosityFb =
                switch (rate.since()) {
                    case RUN_2 -> luminosityRun2Fb() + luminosityRun3Fb;
                    case RUN_3 -> luminosityRun3Fb;
                };
        return rate.mradPerInverseFb() * luminosityFb;
    }
}
