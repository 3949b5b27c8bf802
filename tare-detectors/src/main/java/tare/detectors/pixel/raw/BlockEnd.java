package tare.detectors.pixel.raw;

/// How an encoded block ends: properly, or as front ends in trouble end it.
public enum BlockEnd {
    /// A trailer with the right length.
    CLEAN,
    /// A trailer that says that the checksum was wrong (39); decoders drop the whole block.
    CRC_FLAG,
    /// A trailer whose length is one word too long, or too short where no longer one fits (34).
    WRONG_LENGTH,
    /// No trailer at all (33).
    NO_TRAILER
}
