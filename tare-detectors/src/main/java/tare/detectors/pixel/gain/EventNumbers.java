package tare.detectors.pixel.gain;

import java.util.BitSet;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.FedHeader;

/// The place of every block in its scan, counted from 1, and what the sequence of recorded numbers
/// shows: events that are missing, repeated or out of order.
///
/// The recorded event number is the key, so a lost event costs its own triggers and nothing else.
/// Numbers have 24 bits; after the largest comes 0, and the scan goes on. A number outside the scan
/// counts as before or after it, whichever is nearer. The reference counts events in reading order;
/// so does [Counting#AS_REFERENCE].
///
/// @param ofBlock event of each block; the scan begins at 1
/// @param first recorded number of the earliest event, 0 if there is no block
/// @param last recorded number of the latest event
/// @param missing numbers between first and last that no block carries
/// @param repeated blocks that carry the number of an earlier one
/// @param backwards blocks whose event is before that of the block before
public record EventNumbers(
        long[] ofBlock, int first, int last, long missing, long repeated, long backwards) {
    private static final int NUMBERS = FedHeader.MAX_EVENT + 1;

    /// @param firstEvent recorded number of the scan's first event, usually 1
    /// @param events of the scan
    static EventNumbers of(DumpIndex index, int firstEvent, int events) {
        int size = index.size();
        if (size == 0) return new EventNumbers(new long[0], 0, 0, 0, 0, 0);
        long[] places = new long[size];
        for (int block = 0; block < size; block++) {
            places[block] = place(index.header(block).eventNumber() - firstEvent, events);
        }
        var seen = new BitSet();
        long first = places[0];
        long last = places[0];
        long backwards = 0;
        for (int block = 0; block < size; block++) {
            seen.set(number(places[block], firstEvent));
            first = Math.min(first, places[block]);
            last = Math.max(last, places[block]);
            if (block > 0 && places[block] < places[block - 1]) backwards++;
        }
        long distinct = seen.cardinality();
        return new EventNumbers(
                index.counting() == Counting.AS_REFERENCE ? index.eventsInReadingOrder() : places,
                number(first, firstEvent),
                number(last, firstEvent),
                last - first + 1 - distinct,
                size - distinct,
                backwards);
    }

    /// Place in the scan, from 1, of a number that is so far from that of the first event.
    private static long place(int distance, int events) {
        long after = distance & FedHeader.MAX_EVENT;
        boolean isNearerBefore = after > (events + (long) NUMBERS) / 2;
        return 1 + (isNearerBefore ? after - NUMBERS : after);
    }

    private static int number(long place, int firstEvent) {
        return (int) (place - 1 + firstEvent) & FedHeader.MAX_EVENT;
    }
}
