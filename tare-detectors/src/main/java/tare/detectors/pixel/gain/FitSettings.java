package tare.detectors.pixel.gain;

import java.util.Map;

/// What the fit of a calibration may be told.
public record FitSettings(GainLimits limits, ErrorModel errorModel) {
    /// Limits and errors of published payloads.
    public static final FitSettings PRODUCTION =
            new FitSettings(GainLimits.PRODUCTION, ErrorModel.PER_POINT);

    /// The settings by name, for a journal.
    public Map<String, String> details() {
        return Map.of(
                "errors", errorModel.label(),
                "max_chi2_per_ndf", Double.toString(limits.maxChi2PerNdf()),
                "min_probability", Double.toString(limits.minProbability()),
                "max_gain", Double.toString(limits.maxGain()));
    }
}
