package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;

/// What was configured for the barrel, before the rules of the run.
///
/// Tower columns are indexed by soft id minus 1.
///
/// @param origin from where, which decides which rules of the run apply
/// @param pedestalShiftAdc where the electronics puts pedestals, in counts of the 12-bit ADC
/// @param pedestalAdc of each tower, in the same counts
/// @param towerStatus of each tower; which are good depends on origin and run
/// @param patches settings of the patches
public record BarrelTables(
        TableOrigin origin,
        int pedestalShiftAdc,
        float[] pedestalAdc,
        int[] towerStatus,
        PatchTable patches) {

    /// From where tables come.
    public sealed interface TableOrigin {
        /// The conditions database, online or offline: map, kills and forced settings of the run
        /// apply.
        record Database() implements TableOrigin {}

        /// A status file, which holds as it is and says itself to which patch a tower belongs.
        ///
        /// @param patchOfTower indexed by soft id minus 1
        record File(int[] patchOfTower) implements TableOrigin {
            public File {
                requireTowers("patches of towers", patchOfTower.length);
            }
        }
    }

    public BarrelTables {
        requireTowers("pedestals", pedestalAdc.length);
        requireTowers("tower statuses", towerStatus.length);
    }

    private static void requireTowers(String what, int length) {
        if (length != BarrelMap.TOWERS)
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a barrel has 4800 %s, got %d", what, length));
    }
}
