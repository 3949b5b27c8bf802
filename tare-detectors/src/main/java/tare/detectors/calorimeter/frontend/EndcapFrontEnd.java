package tare.detectors.calorimeter.frontend;

import java.util.Arrays;
import java.util.stream.IntStream;
import tare.detectors.calorimeter.map.EndcapMap;

/// The endcap's front end in one run: tower ADCs in, words of 90 trigger patches out.
///
/// The patch sum is the sum of its n good towers less n, plus 1, between 0 and 62: good towers at
/// pedestal give 1, and so does a patch without a good tower. Immutable; threads may share one,
/// each with columns of its own. Source: trigger specification 3.
public final class EndcapFrontEnd {
    private static final int LARGEST_SUM = 62;
    private static final BitConversion CONVERSION = new BitConversion(2);

    private final EndcapSettings settings;
    private final int[] offset12;
    private final int[][] towersOfPatch = new int[EndcapMap.PATCHES][];

    public EndcapFrontEnd(EndcapMap map, EndcapSettings settings) {
        this.settings = settings;
        offset12 = IntStream.of(settings.steps()).map(steps -> 4 * steps).toArray();
        int[] patchOfTower = map.patchOfTower();
        Arrays.setAll(
                towersOfPatch,
                patch ->
                        IntStream.range(0, EndcapMap.TOWERS)
                                .filter(t -> patchOfTower[t] == patch && !settings.masked()[t])
                                .toArray());
    }

    /// The settings it works with.
    public EndcapSettings settings() {
        return settings;
    }

    /// Works out all patches of a block.
    public void process(AdcColumns adc, PatchColumns out) {
        out.requireRoom(adc.events());
        for (int patch = 0; patch < EndcapMap.PATCHES; patch++) {
            addTowers(patch, adc, out);
            finish(patch, adc.events(), out);
            out.combine(patch, adc.events());
        }
    }

    private void addTowers(int patch, AdcColumns adc, PatchColumns out) {
        int events = adc.events();
        int[] rawSum = out.rawSum(patch);
        int[] highTower = out.highTower(patch);
        Arrays.fill(rawSum, 0, events, 0);
        Arrays.fill(highTower, 0, events, 0);
        for (int tower : towersOfPatch[patch])
            TowerLoops.addEndcap(adc.tower(tower), events, offset12[tower], rawSum, highTower);
    }

    private void finish(int patch, int events, PatchColumns out) {
        int[] rawSum = out.rawSum(patch);
        int[] sum = out.sum(patch);
        int above = 1 - towersOfPatch[patch].length;
        for (int e = 0; e < events; e++)
            sum[e] = Math.min(Math.max(rawSum[e] + above, 0), LARGEST_SUM);
        if (!settings.sumGood()[patch]) Arrays.fill(sum, 0, events, 0);
        if (!settings.highTowerGood()[patch]) Arrays.fill(out.highTower(patch), 0, events, 0);
    }

    /// The high-tower word of one tower; 0 if it is masked.
    ///
    /// @param tower its index
    public int highTower(int tower, int adc) {
        return settings.masked()[tower] ? 0 : CONVERSION.highTower(value12(tower, adc) >> 2);
    }

    /// What one tower adds to the raw sum of its patch; 0 if it is masked.
    ///
    /// @param tower its index
    public int contribution(int tower, int adc) {
        return settings.masked()[tower] ? 0 : value12(tower, adc) >> 4;
    }

    private int value12(int tower, int adc) {
        return Math.max((adc & 0xFFF) + offset12[tower], 0) & 0xFFF;
    }
}
