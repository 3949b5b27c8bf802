package tare.decode;

import java.lang.foreign.MemorySegment;

/// Framed blocks of 32-bit raw words, by number: what a framer found in a file.
public interface BlockSource {
    /// Number of blocks.
    int size();

    /// The bytes in which all blocks stand.
    MemorySegment bytes();

    /// Where a block's payload begins, in bytes from the start of [#bytes].
    long payloadOffset(int block);

    /// Length of a block's payload in 32-bit words.
    long payloadWords(int block);
}
