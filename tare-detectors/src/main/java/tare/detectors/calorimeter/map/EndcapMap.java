package tare.detectors.calorimeter.map;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tare.detectors.calorimeter.table.CsvTable;

/// Towers, trigger patches and jet patches of the endcap.
///
/// Reading checks that towers and patches are complete and in order, that no two towers share a
/// channel of a crate and that a patch has as many towers as it says, all of its own crate.
/// Immutable.
public final class EndcapMap {
    public static final int TOWERS = 720;
    public static final int PATCHES = 90;
    public static final int CRATES = 6;
    public static final int CHANNELS = 120;

    private final List<EndcapTower> towers;
    private final List<EndcapPatch> patches;
    private final List<JetPatch> jetPatches;
    private final int[] towerAt = new int[CRATES * CHANNELS];

    EndcapMap(List<EndcapTower> towers, List<EndcapPatch> patches) {
        this.towers = List.copyOf(towers);
        this.patches = List.copyOf(patches);
        BarrelMap.requireOrder("towers", towers.stream().mapToInt(EndcapTower::index), TOWERS);
        BarrelMap.requireOrder("patches", patches.stream().mapToInt(EndcapPatch::patch), PATCHES);
        fillPlaces();
        for (EndcapPatch patch : patches) requireFull(patch);
        jetPatches = JetPatch.read("endcap", (jetPatch, _) -> members(jetPatch));
    }

    /// The map that is part of the program.
    public static EndcapMap standard() {
        return new EndcapMap(
                CsvTable.beside(EndcapMap.class, "eemc_towers.csv", EndcapTower::of),
                CsvTable.beside(EndcapMap.class, "eemc_trigger_patches.csv", EndcapPatch::of));
    }

    private void fillPlaces() {
        Arrays.fill(towerAt, -1);
        for (EndcapTower tower : towers) {
            int place = (tower.crate() - 1) * CHANNELS + tower.channel();
            if (towerAt[place] >= 0)
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "towers %s and %s share crate %d, channel %d",
                                towers.get(towerAt[place]).name(),
                                tower.name(),
                                tower.crate(),
                                tower.channel()));
            towerAt[place] = tower.index();
        }
    }

    private void requireFull(EndcapPatch patch) {
        long count =
                towers.stream()
                        .filter(tower -> tower.patch() == patch.patch())
                        .filter(tower -> tower.crate() == patch.crate())
                        .count();
        if (count != patch.towers())
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "patch %d has %d towers of crate %d instead of %d",
                            patch.patch(),
                            count,
                            patch.crate(),
                            patch.towers()));
    }

    private List<Integer> members(int jetPatch) {
        return patches.stream()
                .filter(patch -> patch.jetPatch() == jetPatch)
                .map(EndcapPatch::patch)
                .toList();
    }

    /// All towers, by index.
    public List<EndcapTower> towers() {
        return towers;
    }

    public List<EndcapPatch> patches() {
        return patches;
    }

    /// All six jet patches.
    public List<JetPatch> jetPatches() {
        return jetPatches;
    }

    /// The tower on a channel of a crate.
    public EndcapTower tower(int crate, int channel) {
        if (crate < 1 || crate > CRATES || channel < 0 || channel >= CHANNELS)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a crate is 1..6 and a channel 0..119, got %d and %d",
                            crate,
                            channel));
        return towers.get(towerAt[(crate - 1) * CHANNELS + channel]);
    }

    /// The patch of each tower, as a new array by index.
    public int[] patchOfTower() {
        return towers.stream().mapToInt(EndcapTower::patch).toArray();
    }
}
