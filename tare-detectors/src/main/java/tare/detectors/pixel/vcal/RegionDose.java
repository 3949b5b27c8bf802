package tare.detectors.pixel.vcal;

/// How fast a region collects dose.
///
/// @param mradPerInverseFb dose per delivered luminosity [Mrad fb]
/// @param since from when the chips that are there now collect it
public record RegionDose(double mradPerInverseFb, InstalledFor since) {
    public RegionDose {
        if (!(mradPerInverseFb >= 0)) {
            throw new IllegalArgumentException(
                    "dose per luminosity must be >= 0 Mrad fb, got " + mradPerInverseFb);
        }
    }

    /// The data-taking period before which a region's chips were installed.
    public enum InstalledFor {
        /// The whole phase-1 detector, 2017.
        RUN_2,
        /// The replaced innermost layer, 2022.
        RUN_3
    }
}
