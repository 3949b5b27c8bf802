package tare.detectors.calorimeter.dsm;

import java.util.List;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Sixteen output bits of a layer-0 board: sums of groups in bits 0-11, high-tower bits above.
///
/// @param low lowest output bit, 0 or 16
/// @param channels inputs whose high towers count
/// @param groups inputs that are added up
record PatchHalf(int low, int[] channels, List<PatchGroup> groups) {
    PatchHalf {
        groups = List.copyOf(groups);
    }

    /// A half with one group in bits 0-5.
    static PatchHalf of(int low, int[] channels, int target) {
        return new PatchHalf(low, channels, List.of(new PatchGroup(channels, target, low)));
    }

    /// A half with two groups, in bits 0-5 and 6-11.
    static PatchHalf of(int low, PatchGroup one, PatchGroup other) {
        int[] all = new int[one.channels().length + other.channels().length];
        System.arraycopy(one.channels(), 0, all, 0, one.channels().length);
        System.arraycopy(other.channels(), 0, all, one.channels().length, other.channels().length);
        return new PatchHalf(low, all, List.of(one, other));
    }

    /// Bit k: any high tower above register k.
    void placeHighTowers(BoardWords words, Registers registers, int thresholds) {
        int n = words.events();
        for (int k = 0; k < thresholds; k++) {
            int bit = low + Layer0Word.HIGH_TOWER_BITS + k;
            for (int c : channels) {
                Lanes.above(
                        words.output(),
                        bit,
                        words.inputs()[c],
                        Layer0Word.HIGH_TOWER,
                        registers.get(k),
                        n);
            }
        }
    }

    /// One bit: a patch whose high tower and patch sum are both above their registers.
    void placeTowerAndPatch(
            BoardWords words, Registers registers, int bit, int towerRegister, int patchRegister) {
        for (int c : channels) {
            Lanes.bothAbove(
                    words.output(),
                    low + bit,
                    words.inputs()[c],
                    Layer0Word.HIGH_TOWER,
                    registers.get(towerRegister),
                    Layer0Word.PATCH_SUM,
                    registers.get(patchRegister),
                    words.events());
        }
    }
}
