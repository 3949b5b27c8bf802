package tare.detectors.calorimeter.dsm;

import static tare.detectors.calorimeter.dsm.Layer0Word.channels;
import static tare.detectors.calorimeter.dsm.Layer0Word.range;

import java.util.List;
import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 0 of the barrel without sums: thresholds for towers, patches and both; firmware 2014_b,
/// used in 2016.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R4 high-tower thresholds, R5 HT-UPC, R6 TP-UPC (6 bits each) |
/// | input, 10 channels | 0-5 high tower, 6-11 patch sum |
/// | output, each half | 8 any sum > R6, 9 any patch with high tower > R5 and sum > R6, 10+k any
/// high tower > Rk (k = 0..5) |
///
/// A split board has the odd channels in bits 0-15 and the even ones in bits 16-31, on both sides
/// of the barrel, and takes R5 for the patch sums too, not R6. Whether the hardware did so or only
/// the simulation does is not known; the published results rest on it, so it stays. Source: the
/// `l0_2014_B` functions of boards BE and BW.
record TowersAndPatches(AlgorithmSheet sheet, List<PatchHalf> halves, int patchRegister)
        implements DsmAlgorithm {
    private static final int THRESHOLDS = 6;
    private static final int TOWER_REGISTER = 5;
    private static final int WHOLE_PATCH_REGISTER = 6;
    private static final Field SUM = Layer0Word.PATCH_SUM;

    private static final int PATCH_BIT = 8;
    private static final int BOTH_BIT = 9;
    private static final int FIRST_TOWER_BIT = 10;

    TowersAndPatches {
        halves = List.copyOf(halves);
    }

    static TowersAndPatches whole(String name) {
        return new TowersAndPatches(
                sheet(name, 16).register(WHOLE_PATCH_REGISTER, "BEMC-TP-UPC", 6),
                List.of(half(0, range(0, 9))),
                WHOLE_PATCH_REGISTER);
    }

    static TowersAndPatches split(String name) {
        return new TowersAndPatches(
                sheet(name, 32),
                List.of(half(0, channels(1, 3, 5, 7, 9)), half(16, channels(0, 2, 4, 6, 8))),
                TOWER_REGISTER);
    }

    private static PatchHalf half(int low, int[] channels) {
        return new PatchHalf(low, channels, List.of());
    }

    private static AlgorithmSheet sheet(String name, int outputBits) {
        AlgorithmSheet sheet = AlgorithmSheet.of(name, Layer0Word.PATCHES, 12, outputBits);
        for (int k = 0; k < TOWER_REGISTER; k++) sheet = sheet.register(k, "BEMC-HT-th" + k, 6);
        return sheet.register(TOWER_REGISTER, "BEMC-HT-UPC", 6);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        for (PatchHalf half : halves) run(half, words, registers);
    }

    private void run(PatchHalf half, BoardWords words, Registers registers) {
        int[] output = words.output();
        int n = words.events();
        for (int c : half.channels()) {
            int[] patch = words.inputs()[c];
            Lanes.above(
                    output, half.low() + PATCH_BIT, patch, SUM, registers.get(patchRegister), n);
            for (int k = 0; k < THRESHOLDS; k++) {
                int bit = half.low() + FIRST_TOWER_BIT + k;
                Lanes.above(output, bit, patch, Layer0Word.HIGH_TOWER, registers.get(k), n);
            }
        }
        half.placeTowerAndPatch(words, registers, BOTH_BIT, TOWER_REGISTER, patchRegister);
    }
}
