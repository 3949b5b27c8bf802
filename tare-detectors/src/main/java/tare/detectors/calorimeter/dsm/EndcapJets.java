package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;

/// What all firmwares of endcap layer 1 have in common: jet patches A, B, C and one partial patch.
///
/// | output bits | |
/// | --- | --- |
/// | 6-11 | the selected partial patch, the sum of the patches nearest the barrel |
/// | 12-13 | which it is: 1, 2, 3 for A, B, C |
/// | 14- | OR of the high-tower bits |
///
/// Selected is the largest, in the firmware's words: A if A > B and not C > A; else B if B > C and
/// not A > B; else C if C > A and not B > C; else A. Information words: sums of A, B, C, then their
/// partial patches.
final class EndcapJets {
    static final int JETS = 3;
    static final int CHANNELS = 6;
    static final Field TOWER_AND_PATCH = Field.bit(15);

    private static final int PARTIAL_BIT = 6;
    private static final int ID_BIT = 12;
    private static final int HIGH_TOWER_BIT = 14;

    private EndcapJets() {}

    static AlgorithmSheet sheet(String name, int outputBits) {
        return AlgorithmSheet.of(name, CHANNELS, 16, outputBits)
                .information("jpA", "jpB", "jpC", "partialA", "partialB", "partialC")
                .scratch(1);
    }

    /// Fills the six information words.
    static void add(BoardWords words, EndcapBoard board) {
        int n = words.events();
        for (int jet = 0; jet < JETS; jet++) {
            int[] outer = words.inputs()[board.outer()[jet]];
            int[] inner = words.inputs()[board.inner()[jet]];
            int[] sum = words.information()[jet];
            Lanes.take(words.information()[JETS + jet], outer, Layer0Word.LOW_SUM, n);
            Lanes.take(sum, outer, Layer0Word.LOW_SUM, n);
            Lanes.add(sum, outer, Layer0Word.HIGH_SUM, n);
            Lanes.add(sum, inner, Layer0Word.LOW_SUM, n);
        }
    }

    /// Output bits 6-13.
    static void placePartial(BoardWords words) {
        int[] a = words.information()[JETS];
        int[] b = words.information()[JETS + 1];
        int[] c = words.information()[JETS + 2];
        int[] output = words.output();
        int n = words.events();
        for (int e = 0; e < n; e++) {
            int aOverB = b[e] - a[e] >> 31;
            int bOverC = c[e] - b[e] >> 31;
            int cOverA = a[e] - c[e] >> 31;
            int isB = bOverC & ~aOverB;
            int isC = cOverA & ~bOverC;
            int partial = a[e] & ~(isB | isC) | b[e] & isB | c[e] & isC;
            int id = 1 + (1 & isB) + (2 & isC);
            output[e] |= partial << PARTIAL_BIT | id << ID_BIT;
        }
    }

    /// Output bits 14 and up.
    static void placeHighTowers(BoardWords words, Field bits) {
        for (int[] word : words.inputs()) {
            Lanes.or(words.output(), word, bits, HIGH_TOWER_BIT, words.events());
        }
    }

    /// The largest jet patch of each event.
    static void largest(BoardWords words, int[] into) {
        int[] a = words.information()[0];
        int[] b = words.information()[1];
        int[] c = words.information()[2];
        int n = words.events();
        for (int e = 0; e < n; e++) into[e] = Math.max(a[e], Math.max(b[e], c[e]));
    }
}
