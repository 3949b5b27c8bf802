package tare.core.digi;

/// Takes points of channels, one call per point.
@FunctionalInterface
public interface PointSink {
    /// @param channel dense index, resolved from any id or address before
    /// @param x the stimulus
    /// @param y the response
    /// @param dy standard error of y
    void add(int channel, double x, double y, double dy);
}
