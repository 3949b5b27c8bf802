package tare.decode;

import tare.core.digi.DigiBatch;

/// Turns the words of a block into hits and counts every word. Single-threaded.
public interface BlockDecoder {
    /// Begins a block after checking its frame.
    ///
    /// @return whether its payload is to be decoded; if not, its words have been counted as refused
    boolean begin(int block);

    /// Decodes the next words of the block; what is no hit is counted, not thrown.
    ///
    /// @param words raw words, valid from 0 to `count - 1`
    /// @param hits is cleared, then filled; its capacity is at least `count`
    void decode(int[] words, int count, DigiBatch hits);
}
