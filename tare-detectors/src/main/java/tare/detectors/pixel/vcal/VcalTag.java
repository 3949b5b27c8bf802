package tare.detectors.pixel.vcal;

import java.util.Locale;

/// One published or planned update of the VCal constants.
///
/// @param name year and version: `2026_v0`
/// @param luminosityRun3Fb delivered since the start of Run 3 [1/fb], the only number an update
/// needs
/// @param rings how the endcap rings are corrected
public record VcalTag(String name, double luminosityRun3Fb, RingRule rings) {
    public VcalTag {
        if (name.isBlank()) throw new IllegalArgumentException("a tag needs a name");
        if (!(luminosityRun3Fb >= 0 && luminosityRun3Fb < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "luminosity of tag %s must be >= 0 /fb, got %s",
                            name,
                            luminosityRun3Fb));
        }
    }

    /// A tag that follows this one after more luminosity, under the same ring rule.
    ///
    /// @throws IllegalArgumentException unless `addedFb` > 0: luminosity only grows
    public VcalTag next(String nextName, double addedFb) {
        if (!(addedFb > 0)) {
            throw new IllegalArgumentException(
                    nextName + " must add > 0 /fb to " + name + ", got " + addedFb);
        }
        return new VcalTag(nextName, luminosityRun3Fb + addedFb, rings);
    }
}
