package tare.detectors.pixel.raw;

/// A word of a file, explained.
///
/// @param offset where it stands [bytes from the start of the file]
/// @param place in its block or between blocks: `block 3, payload word 5 of 12`
public record PlacedWord(long offset, String place, WordExplanation explanation) {}
