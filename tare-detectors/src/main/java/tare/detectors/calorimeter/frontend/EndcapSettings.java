package tare.detectors.calorimeter.frontend;

import java.util.Arrays;
import java.util.stream.IntStream;
import tare.detectors.calorimeter.map.EndcapMap;

/// How the endcap's front end is set in a run. Nobody changes the arrays.
///
/// @param steps what is added to the 10-bit ADC of each tower ("ped4")
/// @param masked which towers take no part
/// @param highTowerGood which patches have a high tower; so far all
/// @param sumGood which patches have a sum; so far all
public record EndcapSettings(
        int[] steps, boolean[] masked, boolean[] highTowerGood, boolean[] sumGood) {
    public EndcapSettings {
        if (steps.length != EndcapMap.TOWERS || masked.length != EndcapMap.TOWERS)
            throw new IllegalArgumentException("an endcap has 720 towers");
        if (highTowerGood.length != EndcapMap.PATCHES || sumGood.length != EndcapMap.PATCHES)
            throw new IllegalArgumentException("an endcap has 90 trigger patches");
    }

    /// From pedestals and statuses of the towers.
    public static EndcapSettings of(EndcapTables tables) {
        boolean[] masked = new boolean[EndcapMap.TOWERS];
        for (int tower = 0; tower < masked.length; tower++) masked[tower] = tables.isMasked(tower);
        int[] steps =
                IntStream.range(0, EndcapMap.TOWERS)
                        .map(tower -> EndcapPedestal.steps(tables.pedestalAdc()[tower]))
                        .toArray();
        return new EndcapSettings(steps, masked, allGood(), allGood());
    }

    private static boolean[] allGood() {
        boolean[] good = new boolean[EndcapMap.PATCHES];
        Arrays.fill(good, true);
        return good;
    }
}
