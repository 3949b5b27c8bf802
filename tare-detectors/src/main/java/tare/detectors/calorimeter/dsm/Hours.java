package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;

/// Six bits around the beam, one for each of the boards or jet patches at 10, 12, 2, 4, 6 and 8
/// o'clock, and the pairs among them.
final class Hours {
    static final int COUNT = 6;

    private static final int MASK = 0x3F;

    private Hours() {}

    /// One bit of every barrel board.
    static void ofBarrel(BoardWords words, Field bit, int[] hours) {
        for (int h = 0; h < COUNT; h++) {
            Lanes.or(hours, words.inputs()[h], bit, h, words.events());
        }
    }

    /// Where a two-bit code of a barrel board is above a threshold.
    static void ofBarrelAbove(BoardWords words, Field code, int threshold, int[] hours) {
        for (int h = 0; h < COUNT; h++) {
            Lanes.above(hours, h, words.inputs()[h], code, threshold, words.events());
        }
    }

    /// One output bit where two neighbours on the ring are set.
    static void placeNeighbours(int[] hours, int[] output, int bit, int events) {
        for (int e = 0; e < events; e++) {
            int pairs = hours[e] & turned(hours[e], 1);
            output[e] |= -pairs >>> 31 << bit;
        }
    }

    /// One output bit where two opposite hours are set.
    static void placeOpposite(int[] hours, int[] output, int bit, int events) {
        for (int e = 0; e < events; e++) {
            int pairs = hours[e] & turned(hours[e], 3);
            output[e] |= -pairs >>> 31 << bit;
        }
    }

    /// One output bit where two hours are set that are not neighbours.
    static void placeApart(int[] hours, int[] output, int bit, int events) {
        for (int e = 0; e < events; e++) {
            int pairs = hours[e] & (turned(hours[e], 2) | turned(hours[e], 3));
            output[e] |= -pairs >>> 31 << bit;
        }
    }

    /// One output bit where a set hour has a partner two, three or four hours further.
    static void placePartners(int[] hours, int[] partners, int[] output, int bit, int events) {
        for (int e = 0; e < events; e++) {
            int p = partners[e];
            int pairs = hours[e] & (turned(p, 2) | turned(p, 3) | turned(p, 4));
            output[e] |= -pairs >>> 31 << bit;
        }
    }

    /// Bit h of the result is bit h + by of the hours, on the ring.
    private static int turned(int hours, int by) {
        return (hours >>> by | hours << (COUNT - by)) & MASK;
    }
}
