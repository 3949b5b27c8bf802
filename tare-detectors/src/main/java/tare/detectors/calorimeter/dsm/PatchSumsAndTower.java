package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 0: sums of groups of patches, three high-tower bits, and one bit for a high tower in a
/// large patch (HT.TP); barrel firmware 2015, endcap firmware 2017.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 high-tower thresholds, R3 high tower and R4 patch sum of HT.TP (6 bits each)
/// |
/// | input, 10 channels | 0-5 high tower, 6-11 patch sum |
/// | output, each half | 0-5 first group, 6-11 second group, 12-14 any high tower > R0-R2, 15 any
/// patch with high tower > R3 and sum > R4 |
///
/// The endcap's comments name R2 and R3 as the two thresholds of HT.TP, its code reads R3 and R4;
/// this is the code. With the registers of 2017, where R4 is unset, bit 15 of an endcap board means
/// "high tower > R3 and a sum above 0". Source: the `l0_2015` functions of boards BE and BW,
/// `l0_2017` of boards EE.
record PatchSumsAndTower(AlgorithmSheet sheet, Layer0Board board) implements DsmAlgorithm {
    private static final int THRESHOLDS = 3;
    private static final int TOWER_REGISTER = 3;
    private static final int PATCH_REGISTER = 4;
    private static final int TOWER_AND_PATCH_BIT = 15;

    static PatchSumsAndTower of(String name, Layer0Board board) {
        AlgorithmSheet sheet =
                AlgorithmSheet.of(name, Layer0Word.PATCHES, 12, board.outputBits()).scratch(1);
        for (int k = 0; k < THRESHOLDS; k++) sheet = sheet.register(k, "HT-th" + k, 6);
        sheet = sheet.register(TOWER_REGISTER, "HT-HTTP", 6).register(PATCH_REGISTER, "TP-HTTP", 6);
        return new PatchSumsAndTower(sheet, board);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        for (PatchHalf half : board.halves()) {
            for (PatchGroup group : half.groups()) group.place(words, words.scratch(0));
            half.placeHighTowers(words, registers, THRESHOLDS);
            half.placeTowerAndPatch(
                    words, registers, TOWER_AND_PATCH_BIT, TOWER_REGISTER, PATCH_REGISTER);
        }
    }
}
