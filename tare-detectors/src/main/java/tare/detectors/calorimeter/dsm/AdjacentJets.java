package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;

/// Two neighbouring jet patches whose codes are both above a threshold (AJP).
final class AdjacentJets {
    private AdjacentJets() {}

    /// One output bit for neighbours in the barrel, each of x, y, z for itself.
    static void placeBarrel(BoardWords words, int threshold, int[] hours, int bit) {
        for (Field code : OverlapJets.CODES) {
            Lanes.clear(hours, words.events());
            Hours.ofBarrelAbove(words, code, threshold, hours);
            Hours.placeNeighbours(hours, words.output(), bit, words.events());
        }
    }

    /// One output bit for neighbours in the endcap: A, B, C of EE101, then of EE102, in a ring.
    static void placeEndcap(BoardWords words, int threshold, int[] hours, int bit) {
        int n = words.events();
        Lanes.clear(hours, n);
        for (int jet = 0; jet < OverlapJets.CODES.length; jet++) {
            Field code = OverlapJets.CODES[jet];
            Lanes.above(hours, jet, words.inputs()[OverlapJets.EE101], code, threshold, n);
            Lanes.above(hours, jet + 3, words.inputs()[OverlapJets.EE102], code, threshold, n);
        }
        Hours.placeNeighbours(hours, words.output(), bit, n);
    }

    /// One output bit where either of two others is set.
    static void placeEither(int[] output, int bit, int one, int other, int events) {
        for (int e = 0; e < events; e++) {
            output[e] |= ((output[e] >>> one | output[e] >>> other) & 1) << bit;
        }
    }
}
