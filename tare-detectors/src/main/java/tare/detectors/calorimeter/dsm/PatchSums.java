package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 0: sums of groups of patches and four high-tower bits; firmware 2009 of either
/// calorimeter.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R3 high-tower thresholds (6 bits each) |
/// | input, 10 channels | 0-5 high tower, 6-11 patch sum |
/// | output, each half | 0-5 first group, 6-11 second group, 12+k any high tower > Rk |
///
/// The endcap documents only R0 and R1; its R2 and R3 stay 0, so bits 14 and 15 are on when any
/// high tower is. A half of an endcap board with patches of six towers has no second group.
/// Source: the `l0_2009` functions of boards BE, BW and EE.
record PatchSums(AlgorithmSheet sheet, Layer0Board board) implements DsmAlgorithm {
    private static final int THRESHOLDS = 4;

    static PatchSums of(String name, Layer0Board board) {
        AlgorithmSheet sheet =
                AlgorithmSheet.of(name, Layer0Word.PATCHES, 12, board.outputBits()).scratch(1);
        for (int k = 0; k < THRESHOLDS; k++) sheet = sheet.register(k, "HT-th" + k, 6);
        return new PatchSums(sheet, board);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        for (PatchHalf half : board.halves()) {
            for (PatchGroup group : half.groups()) group.place(words, words.scratch(0));
            half.placeHighTowers(words, registers, THRESHOLDS);
        }
    }
}
