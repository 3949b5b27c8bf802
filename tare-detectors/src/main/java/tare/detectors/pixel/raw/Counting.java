package tare.detectors.pixel.raw;

/// Whose rules decide where the reference software errs.
public enum Counting {
    /// Tare's rules: every word is accounted for, events are placed by their recorded number.
    MENDED,
    /// The rules of the reference, known defects included: events are counted in reading order, a
    /// run of equal status words counts once, a file without a run word loses its first block, hits
    /// are counted in 8 bits. Truncated files still end; the reference loops for ever.
    AS_REFERENCE
}
