package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;

/// Settings of the barrel's trigger patches, columns of 300.
///
/// @param highTowerStatus 0 switches the patch's high tower off
/// @param sumStatus 0 switches the patch's sum off
/// @param bitConversion 0..3, see [BitConversion]
/// @param formula of the look-up table, see [LutParameters]
public record PatchTable(
        int[] highTowerStatus,
        int[] sumStatus,
        int[] bitConversion,
        int[] formula,
        float[] scale,
        float[] lutPedestal,
        float[] sigma,
        float[] powerUp) {
    public PatchTable {
        requireLength("high-tower statuses", highTowerStatus.length);
        requireLength("sum statuses", sumStatus.length);
        requireLength("bit conversions", bitConversion.length);
        requireLength("formulas", formula.length);
        requireLength("scales", scale.length);
        requireLength("LUT pedestals", lutPedestal.length);
        requireLength("sigmas", sigma.length);
        requireLength("power-up marks", powerUp.length);
    }

    private static void requireLength(String what, int length) {
        if (length != BarrelMap.PATCHES)
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a barrel has 300 %s, got %d", what, length));
    }

    /// All columns anew, to be filled by whoever asked.
    static PatchTable blank() {
        int n = BarrelMap.PATCHES;
        return new PatchTable(
                new int[n],
                new int[n],
                new int[n],
                new int[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n]);
    }

    PatchTable copy() {
        return new PatchTable(
                highTowerStatus.clone(),
                sumStatus.clone(),
                bitConversion.clone(),
                formula.clone(),
                scale.clone(),
                lutPedestal.clone(),
                sigma.clone(),
                powerUp.clone());
    }

    /// The look-up table's parameters of one patch.
    public LutParameters lut(int patch) {
        return new LutParameters(
                formula[patch], scale[patch], lutPedestal[patch], sigma[patch], powerUp[patch]);
    }
}
