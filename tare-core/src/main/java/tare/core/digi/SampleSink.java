package tare.core.digi;

/// Takes samples of channels, one call per sample.
@FunctionalInterface
public interface SampleSink {
    /// @param channel dense index, resolved from any id or address before
    void add(int channel, double value);
}
