package tare.core.digi;

/// Points of channels, pushed in the order in which they were taken; as [SampleSource] for samples.
@FunctionalInterface
public interface PointSource {
    /// Pushes all points; a source that can be read twice gives the same ones again.
    void forEach(PointSink sink);
}
