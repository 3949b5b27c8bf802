package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// What the jet-patch firmwares of barrel layer 1 have in common.
///
/// Channels 0, 2, 4 come from the east, 1, 3, 5 from the west: low sum in bits 0-5, high sum in
/// 6-11, high-tower bits in 12-15. Jet patches: x = all of the east, z = all of the west, y = the
/// low sums of both sides; the partial patch is min(63, high sums of the west). These four are the
/// information words.
final class BarrelJets {
    static final Field HIGH_TOWERS = Field.bits(12, 15);
    static final int X = 0;
    static final int Y = 1;
    static final int Z = 2;
    static final int PARTIAL = 3;
    static final int CHANNELS = 6;

    private static final int MOST_PARTIAL = 63;
    private static final int PARTIAL_BIT = 6;

    private BarrelJets() {}

    static AlgorithmSheet sheet(String name, int outputBits) {
        return AlgorithmSheet.of(name, CHANNELS, 16, outputBits)
                .information("jpx", "jpy", "jpz", "partial")
                .scratch(1);
    }

    /// Fills the four information words.
    static void add(BoardWords words) {
        int n = words.events();
        int[][] sums = words.information();
        for (int[] sum : sums) Lanes.clear(sum, n);
        for (int c = 0; c < CHANNELS; c++) {
            int[] word = words.inputs()[c];
            int[] side = sums[c % 2 == 0 ? X : Z];
            Lanes.add(side, word, Layer0Word.LOW_SUM, n);
            Lanes.add(side, word, Layer0Word.HIGH_SUM, n);
            Lanes.add(sums[Y], word, Layer0Word.LOW_SUM, n);
            if (c % 2 == 1) Lanes.add(sums[PARTIAL], word, Layer0Word.HIGH_SUM, n);
        }
        Lanes.cap(sums[PARTIAL], MOST_PARTIAL, n);
    }

    /// Output bits 0-5: how many of its three thresholds each jet patch exceeds, each counted by
    /// itself, in two bits for x, y, z; bits 6-11: the partial patch.
    ///
    /// @param thirdRegisters which register is the third threshold of x, y and z
    static void place(BoardWords words, Registers registers, int... thirdRegisters) {
        int n = words.events();
        int[] code = words.scratch(0);
        for (int jet = X; jet <= Z; jet++) {
            int[] sum = words.information()[jet];
            Lanes.clear(code, n);
            Lanes.countAbove(code, sum, registers.get(0), n);
            Lanes.countAbove(code, sum, registers.get(1), n);
            Lanes.countAbove(code, sum, registers.get(thirdRegisters[jet]), n);
            Lanes.place(words.output(), code, 2 * jet, n);
        }
        Lanes.place(words.output(), words.information()[PARTIAL], PARTIAL_BIT, n);
    }

    /// Joins the high-tower bits of all channels at a bit.
    static void orHighTowers(BoardWords words, int[] into, int bit) {
        for (int[] word : words.inputs()) Lanes.or(into, word, HIGH_TOWERS, bit, words.events());
    }
}
