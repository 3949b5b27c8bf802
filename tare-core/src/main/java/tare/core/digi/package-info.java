/// Decoded data on their way from a decoder to an accumulator: columns of channel and value.
///
/// In: what a decoder made of a block of raw words. Out: the same, ready to be added; buffers are
/// reused, nothing is allocated per hit.
@NullMarked
package tare.core.digi;

import org.jspecify.annotations.NullMarked;
