package tare.detectors.calorimeter.map;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.detectors.calorimeter.table.CsvTable;

/// Towers, trigger patches and jet patches of the barrel, in all variants of its cabling.
///
/// Columns are indexed by soft id minus 1. Reading checks that towers and patches are complete and
/// in order, that no two towers share a place in a crate and that every patch has 16 towers.
/// Immutable.
public final class BarrelMap {
    public static final int TOWERS = 4800;
    public static final int PATCHES = 300;
    public static final int CRATES = 30;

    /// Places in a crate.
    public static final int SEQUENCES = 160;

    /// Towers of a patch, and inputs of the front-end electronics for one.
    public static final int TOWERS_OF_A_PATCH = 16;

    private final List<BarrelTower> towers;
    private final List<BarrelPatch> patches;
    private final List<JetPatch> jetPatches;
    private final Map<MapVariant, int[]> towerAt = new EnumMap<>(MapVariant.class);

    BarrelMap(List<BarrelTower> towers, List<BarrelPatch> patches) {
        this.towers = List.copyOf(towers);
        this.patches = List.copyOf(patches);
        requireOrder("towers", this.towers.stream().mapToInt(t -> t.softId() - 1), TOWERS);
        requireOrder("patches", this.patches.stream().mapToInt(BarrelPatch::patch), PATCHES);
        for (MapVariant variant : MapVariant.values()) {
            towerAt.put(variant, places(variant));
            requireFullPatches(variant);
        }
        jetPatches = JetPatch.read("barrel", this::members);
    }

    /// The map that is part of the program.
    public static BarrelMap standard() {
        return new BarrelMap(
                CsvTable.beside(BarrelMap.class, "bemc_towers.csv", BarrelTower::of),
                CsvTable.beside(BarrelMap.class, "bemc_trigger_patches.csv", BarrelPatch::of));
    }

    static void requireOrder(String what, IntStream indexes, int expected) {
        int[] found = indexes.toArray();
        if (!Arrays.equals(found, IntStream.range(0, expected).toArray()))
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a map has %d %s in ascending order, got %d or another order",
                            expected,
                            what,
                            found.length));
    }

    private int[] places(MapVariant variant) {
        int[] places = new int[CRATES * SEQUENCES];
        for (BarrelTower tower : towers) {
            var cable = tower.cable(variant);
            int place = place(cable.crate(), cable.sequence());
            if (places[place] != 0)
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "towers %d and %d share crate %d, sequence %d (%s)",
                                places[place],
                                tower.softId(),
                                cable.crate(),
                                cable.sequence(),
                                variant));
            places[place] = tower.softId();
        }
        return places;
    }

    private static int place(int crate, int sequence) {
        return (crate - 1) * SEQUENCES + sequence;
    }

    private void requireFullPatches(MapVariant variant) {
        int[] count = new int[PATCHES];
        for (int patch : patchOfTower(variant)) count[patch]++;
        for (int patch = 0; patch < PATCHES; patch++) {
            if (count[patch] != TOWERS_OF_A_PATCH)
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "patch %d has %d towers instead of 16 (%s)",
                                patch,
                                count[patch],
                                variant));
        }
    }

    private List<Integer> members(int jetPatch, JetPatch.Region region) {
        // The middle ring is made of the inner sums of the six collecting boards, in their order.
        String board = "BC10" + (jetPatch % 6 + 1);
        boolean middle = region == JetPatch.Region.MIDDLE;
        return patches.stream()
                .filter(
                        patch ->
                                middle
                                        ? patch.etaGroup() == BarrelPatch.EtaGroup.LOW
                                                && patch.collectingBoard().equals(board)
                                        : patch.jetPatch() == jetPatch)
                .map(BarrelPatch::patch)
                .toList();
    }

    /// All towers, by soft id.
    public List<BarrelTower> towers() {
        return towers;
    }

    public List<BarrelPatch> patches() {
        return patches;
    }

    /// All 18 jet patches: west, east, middle.
    public List<JetPatch> jetPatches() {
        return jetPatches;
    }

    /// The tower in a crate's place.
    public BarrelTower tower(int crate, int sequence, MapVariant variant) {
        if (crate < 1 || crate > CRATES || sequence < 0 || sequence >= SEQUENCES)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a crate is 1..30 and a sequence 0..159, got %d and %d",
                            crate,
                            sequence));
        int @Nullable [] places = towerAt.get(variant);
        if (places == null) throw new IllegalStateException("no places for " + variant);
        return towers.get(places[place(crate, sequence)] - 1);
    }

    /// The patch of each tower, as a new array indexed by soft id minus 1.
    public int[] patchOfTower(MapVariant variant) {
        return towers.stream().mapToInt(tower -> tower.cable(variant).patch()).toArray();
    }
}
