package tare.core.digi;

/// Samples of channels, pushed in the order in which they were taken: a file, a stream, a
/// simulation.
///
/// Ids and addresses are resolved to dense indexes inside; what cannot be resolved is counted there
/// and never reaches a sink.
@FunctionalInterface
public interface SampleSource {
    /// Pushes all samples; a source that can be read twice gives the same ones again.
    ///
    /// @throws java.io.UncheckedIOException if the samples cannot be read; the message names file
    /// and
    ///     offset
    void forEach(SampleSink sink);
}
