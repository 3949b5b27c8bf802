package tare.detectors.calorimeter.map;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tare.detectors.calorimeter.table.TableRow;

/// One tower of the barrel.
///
/// @param softId 1..4800; `40 * (module - 1) + 20 * (sub - 1) + etaIndex`
/// @param module 1..120; 1..60 west, 61..120 east
/// @param etaIndex 1..20, growing with |eta|
/// @param sub 1 or 2
/// @param eta of its middle
/// @param phiRadians of its middle
/// @param cables where its signal goes, for each variant of the map
public record BarrelTower(
        int softId,
        int module,
        int etaIndex,
        int sub,
        double eta,
        double phiRadians,
        Map<MapVariant, Cable> cables) {

    /// Where a signal goes.
    ///
    /// @param crate 1..30; 1..15 east, 16..30 west
    /// @param sequence 0..159 in its crate
    /// @param patch 0..299
    public record Cable(int crate, int sequence, int patch) {
        public Cable {
            if (crate < 1 || crate > 30 || sequence < 0 || sequence > 159)
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "a crate is 1..30 and a sequence 0..159, got %d and %d",
                                crate,
                                sequence));
            if (patch < 0 || patch >= BarrelMap.PATCHES)
                throw new IllegalArgumentException("a patch is 0..299, got " + patch);
        }
    }

    public BarrelTower {
        if (softId != 40 * (module - 1) + 20 * (sub - 1) + etaIndex)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "module %d, sub %d, eta %d is not soft id %d",
                            module,
                            sub,
                            etaIndex,
                            softId));
        cables = Map.copyOf(cables);
    }

    static BarrelTower of(TableRow row) {
        return new BarrelTower(
                row.whole("softid"),
                row.whole("module"),
                row.whole("eta_index"),
                row.whole("sub"),
                row.number("eta_center"),
                row.number("phi_center_rad"),
                cables(row));
    }

    private static Map<MapVariant, Cable> cables(TableRow row) {
        var cables = new EnumMap<MapVariant, Cable>(MapVariant.class);
        cables.put(MapVariant.NOMINAL, cable(row, "", "trigger_patch"));
        cables.put(MapVariant.REPAIRED, cable(row, "_2006", "trigger_patch_2006"));
        cables.put(MapVariant.SWAPPED, cable(row, "_2006", "trigger_patch_2009"));
        return cables;
    }

    private static Cable cable(TableRow row, String suffix, String patch) {
        return new Cable(
                row.whole("crate" + suffix), row.whole("sequence" + suffix), row.whole(patch));
    }

    /// Where its signal goes in a variant of the map.
    public Cable cable(MapVariant variant) {
        Cable cable = cables.get(variant);
        if (cable == null)
            throw new IllegalStateException("tower " + softId + " has no cable " + variant);
        return cable;
    }
}
