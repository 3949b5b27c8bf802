package tare.detectors.calorimeter.frontend;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.detectors.calorimeter.map.BarrelMap;

/// The barrel's front end in one run: tower ADCs in, words of 300 trigger patches out.
///
/// Everything that depends on the run is worked out at construction; a block then costs one pass
/// over its ADCs and allocates nothing. Immutable; threads may share one, each with columns of its
/// own. Source: trigger specification 2.2 to 2.6.
public final class BarrelFrontEnd {
    /// No ADC is below it, so nothing is raised.
    private static final int NO_FLOOR = -64;

    private final BarrelSettings settings;
    private final int floor;
    private final int[] offset12;
    private final int[][] towersOfPatch = new int[BarrelMap.PATCHES][];
    private final BitConversion[] conversion = new BitConversion[BarrelMap.PATCHES];
    private final @Nullable SumTable[] sumTable = new SumTable[BarrelMap.PATCHES];
    private final HardwareFault[][] faultsOfPatch = new HardwareFault[BarrelMap.PATCHES][];

    /// @throws IllegalArgumentException if a setting is none the electronics has
    public BarrelFrontEnd(BarrelSettings settings) {
        this.settings = settings;
        floor = settings.rules().reproduce(FrontEndDefect.NEGATIVE_TOWERS) ? NO_FLOOR : 0;
        offset12 =
                IntStream.of(settings.feePedestal())
                        .map(bits -> 4 * FeePedestal.ofBits(bits).offset())
                        .toArray();
        var shelf = new SumTable.Shelf();
        for (int patch = 0; patch < BarrelMap.PATCHES; patch++) {
            towersOfPatch[patch] = goodTowers(patch);
            conversion[patch] = conversion(patch);
            sumTable[patch] = sumTable(patch, shelf);
            faultsOfPatch[patch] = faults(patch);
        }
    }

    private int[] goodTowers(int patch) {
        int[] patchOfTower = settings.patchOfTower();
        int[] towers =
                IntStream.range(0, BarrelMap.TOWERS)
                        .filter(t -> patchOfTower[t] == patch && settings.good()[t] != 0)
                        .toArray();
        if (towers.length > BarrelMap.TOWERS_OF_A_PATCH)
            throw wrong(patch, "16 towers fit into a patch, got " + towers.length);
        return towers;
    }

    private BitConversion conversion(int patch) {
        try {
            return new BitConversion(settings.patches().bitConversion()[patch]);
        } catch (IllegalArgumentException e) {
            throw wrong(patch, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable SumTable sumTable(int patch, SumTable.Shelf shelf) {
        if (settings.patches().sumStatus()[patch] == 0) return null;
        LutParameters parameters = settings.patches().lut(patch);
        if (parameters.scale() == 0) throw wrong(patch, "its sum is on, but its scale is 0");
        return shelf.of(parameters, settings.maskedTowers()[patch], settings.pedestalShiftAdc());
    }

    private HardwareFault[] faults(int patch) {
        return settings.faults().stream()
                .filter(fault -> fault.patch() == patch)
                .toArray(HardwareFault[]::new);
    }

    private static IllegalArgumentException wrong(int patch, String what) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "barrel patch %d: %s", patch, what));
    }

    /// The settings it works with.
    public BarrelSettings settings() {
        return settings;
    }

    /// Works out all patches of a block.
    public void process(AdcColumns adc, PatchColumns out) {
        int events = adc.events();
        out.requireRoom(events);
        for (int patch = 0; patch < BarrelMap.PATCHES; patch++) {
            addTowers(patch, adc, out);
            finish(patch, events, out);
        }
    }

    private void addTowers(int patch, AdcColumns adc, PatchColumns out) {
        int events = adc.events();
        int[] rawSum = out.rawSum(patch);
        int[] highTower = out.highTower(patch);
        Arrays.fill(rawSum, 0, events, 0);
        Arrays.fill(highTower, 0, events, 0);
        for (int tower : towersOfPatch[patch])
            addTower(adc.tower(tower), events, tower, conversion[patch], rawSum, highTower);
    }

    private void finish(int patch, int events, PatchColumns out) {
        if (settings.patches().highTowerStatus()[patch] == 0)
            Arrays.fill(out.highTower(patch), 0, events, 0);
        SumTable table = sumTable[patch];
        if (table == null) Arrays.fill(out.sum(patch), 0, events, 0);
        else table.apply(out.rawSum(patch), events, out.sum(patch));
        for (HardwareFault fault : faultsOfPatch[patch]) fault.apply(out, events);
        out.combine(patch, events);
    }

    private void addTower(
            int[] adc,
            int events,
            int tower,
            BitConversion conversion,
            int[] rawSum,
            int[] highTower) {
        int offset = offset12[tower];
        if (conversion.mode() == 0)
            TowerLoops.addWhole(adc, events, offset, floor, rawSum, highTower);
        else TowerLoops.add(adc, events, offset, floor, conversion, rawSum, highTower);
    }

    /// The high-tower word of one tower; 0 if it is masked.
    ///
    /// @param tower soft id minus 1
    public int highTower(int tower, int adc) {
        if (settings.good()[tower] == 0) return 0;
        return conversion[settings.patchOfTower()[tower]].highTower(value12(tower, adc) >> 2);
    }

    /// What one tower adds to the raw sum of its patch; 0 if it is masked.
    ///
    /// @param tower soft id minus 1
    public int contribution(int tower, int adc) {
        return settings.good()[tower] == 0 ? 0 : value12(tower, adc) >> 4;
    }

    private int value12(int tower, int adc) {
        return Math.max(adc + offset12[tower], floor);
    }

    /// The patch sum before faults, from its raw sum.
    public int sumBeforeFaults(int patch, int rawSum) {
        SumTable table = sumTable[patch];
        return table == null ? 0 : table.apply(rawSum);
    }
}
