package tare.detectors.pixel.lab;

/// What is fitted to the pulse heights of a pixel.
public enum PulseHeightModel {
    LINE("straight line", "line"),
    ERROR_FUNCTION("error function", "erf"),
    HYPERBOLIC_TANGENT("hyperbolic tangent", "tanh");

    private final String label;
    private final String key;

    PulseHeightModel(String label, String key) {
        this.label = label;
        this.key = key;
    }

    public String label() {
        return label;
    }

    /// As it stands in tables: `line`, `erf`, `tanh`.
    public String key() {
        return key;
    }
}
