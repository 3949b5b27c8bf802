package tare.detectors.pixel.gain;

import java.util.BitSet;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;

/// The place of every block in its scan, counted from 1, and what the sequence of recorded numbers
/// shows: events that are missing, repeated or out of order.
///
/// The recorded event number is the key, so a lost event costs its own triggers and nothing else.
/// The reference counts events in reading order; so does [Counting#AS_REFERENCE].
///
/// @param ofBlock event of each block; the scan begins at 1
/// @param first lowest recorded number, 0 if there is no block
/// @param last highest recorded number
/// @param missing numbers between first and last that no block carries
/// @param repeated blocks that carry the number of an earlier one
/// @param backwards blocks whose number is below that of the block before
public record EventNumbers(
        long[] ofBlock, int first, int last, long missing, long repeated, long backwards) {
    /// @param firstEvent recorded number of the scan's first event, usually 1
    static EventNumbers of(DumpIndex index, int firstEvent) {
        var seen = new BitSet();
        long[] ofBlock = new long[index.size()];
        int first = Integer.MAX_VALUE;
        int last = 0;
        int before = -1;
        long distinct = 0;
        long backwards = 0;
        long counted = 0;
        for (int block = 0; block < ofBlock.length; block++) {
            int number = index.header(block).eventNumber();
            if (number != before) counted++;
            if (number < before) backwards++;
            if (!seen.get(number)) distinct++;
            seen.set(number);
            first = Math.min(first, number);
            last = Math.max(last, number);
            before = number;
            ofBlock[block] =
                    index.counting() == Counting.AS_REFERENCE ? counted : number - firstEvent + 1L;
        }
        if (ofBlock.length == 0) return new EventNumbers(ofBlock, 0, 0, 0, 0, 0);
        long missing = last - first + 1 - distinct;
        return new EventNumbers(
                ofBlock, first, last, missing, ofBlock.length - distinct, backwards);
    }
}
