package tare.detectors.calorimeter.frontend;

import java.util.Arrays;
import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;

/// A setting of neighbouring patches that a run start forces.
///
/// @param firstPatch 0..299
/// @param lastPatch the last one, included
/// @param setting which
/// @param value the new one
record PatchRule(int firstPatch, int lastPatch, Setting setting, int value) {
    /// What can be forced.
    enum Setting {
        HIGH_TOWER_STATUS,
        SUM_STATUS,
        BIT_CONVERSION,
        FORMULA,
        /// Adds the number of masked towers, times the value, to the look-up table's pedestal.
        MASKED_ADDED_TO_LUT_PEDESTAL
    }

    PatchRule {
        if (firstPatch < 0 || lastPatch < firstPatch || lastPatch >= BarrelMap.PATCHES)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "patches are 0..299, got %d to %d",
                            firstPatch,
                            lastPatch));
    }

    void apply(PatchTable patches, int[] masked) {
        switch (setting) {
            case HIGH_TOWER_STATUS -> fill(patches.highTowerStatus());
            case SUM_STATUS -> fill(patches.sumStatus());
            case BIT_CONVERSION -> fill(patches.bitConversion());
            case FORMULA -> fill(patches.formula());
            case MASKED_ADDED_TO_LUT_PEDESTAL -> {
                for (int patch = firstPatch; patch <= lastPatch; patch++)
                    patches.lutPedestal()[patch] += value * masked[patch];
            }
        }
    }

    private void fill(int[] column) {
        Arrays.fill(column, firstPatch, lastPatch + 1, value);
    }
}
