package tare.core.digi;

import java.io.IOException;

/// Points of channels, pushed in the order in which they were taken; as [SampleSource] for samples.
@FunctionalInterface
public interface PointSource {
    /// Pushes all points; a source that can be read twice gives the same ones again.
    ///
    /// @throws IOException if the points cannot be read; the message names file and offset
    void forEach(PointSink sink) throws IOException;
}
