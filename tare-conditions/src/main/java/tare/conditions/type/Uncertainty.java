package tare.conditions.type;

/// Where the standard error of a value stands.
public sealed interface Uncertainty {
    /// In a field of its own.
    record OfField(String field) implements Uncertainty {}

    /// It is that of a mean: rms / sqrt(n).
    ///
    /// @param rms the field of the samples' rms
    /// @param entries the field of their number; empty for the header's pulses
    record OfMean(String rms, String entries) implements Uncertainty {}
}
