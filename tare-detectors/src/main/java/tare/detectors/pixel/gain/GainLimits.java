package tare.detectors.pixel.gain;

/// Limits that decide the status of a fitted pixel.
///
/// @param maxChi2PerNdf above it the status is 5
/// @param minProbability below it the status is 4
/// @param maxGain beyond it in size the status is -8 [e/ADC]
public record GainLimits(double maxChi2PerNdf, double minProbability, double maxGain) {
    /// Limits of the published calibrations (gain_calib_cfg.py: minChi2 500, minPVal 0).
    public static final GainLimits PRODUCTION = new GainLimits(500, 0, 1250);

    /// Limits of the analysis' own configuration (chi2/ndf 25, probability 0.05).
    public static final GainLimits STRICT = new GainLimits(25, 0.05, 1250);

    public GainLimits {
        if (!(maxChi2PerNdf > 0)
                || !(minProbability >= 0 && minProbability < 1)
                || !(maxGain > 0)) {
            throw new IllegalArgumentException(
                    "limits must be chi2/ndf > 0, 0 <= probability < 1, gain > 0, got "
                            + maxChi2PerNdf
                            + ", "
                            + minProbability
                            + ", "
                            + maxGain);
        }
    }
}
