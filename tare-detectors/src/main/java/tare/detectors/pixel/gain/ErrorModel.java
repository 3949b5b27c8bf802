package tare.detectors.pixel.gain;

/// How the error of a point's mean is estimated from the few triggers behind it.
public enum ErrorModel {
    /// Spread of the point's own triggers; points without spread do not count. Reproduces published
    /// payloads. With five triggers the pulls come out too wide.
    PER_POINT("per point, as in published payloads"),
    /// Noise of the pixel, pooled over the points of its fit; every point counts, and the upper
    /// limit is held against the fitted line instead of the noisy points. Pulls are unit.
    POOLED("pooled over a pixel's points");

    private final String label;

    ErrorModel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
