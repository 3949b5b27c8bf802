package tare.calibrate.fit;

/// What a fit reads: columns of accumulated data, one entry per channel, by dense index.
///
/// Implementations are views over arrays that their maker keeps; a fit reads them and changes
/// nothing.
public interface FitInput {
    /// Number of channels.
    int channels();
}
