package tare.detectors.calorimeter.frontend;

import java.util.Arrays;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;
import tare.detectors.calorimeter.map.BarrelMap;

/// Runs with plain tables: pedestal 24 everywhere, everything good, bit conversion and formula 2.
final class Runs {
    private static final BarrelRunStart RUN_START = BarrelRunStart.standard(BarrelMap.standard());

    private Runs() {}

    static BarrelTables plain() {
        return plain(24);
    }

    static BarrelTables plain(float pedestalAdc) {
        float[] pedestal = new float[BarrelMap.TOWERS];
        int[] status = new int[BarrelMap.TOWERS];
        PatchTable patches = PatchTable.blank();
        Arrays.fill(pedestal, pedestalAdc);
        Arrays.fill(status, 1);
        Arrays.fill(patches.highTowerStatus(), 1);
        Arrays.fill(patches.sumStatus(), 1);
        Arrays.fill(patches.bitConversion(), 2);
        Arrays.fill(patches.formula(), 2);
        Arrays.fill(patches.scale(), 1);
        Arrays.fill(patches.powerUp(), 1);
        return new BarrelTables(new TableOrigin.Database(), 24, pedestal, status, patches);
    }

    static BarrelSettings start(long run, BarrelTables tables, FrontEndRules rules) {
        return start(run, tables, EventKind.RECORDED, rules);
    }

    static BarrelSettings start(
            long run, BarrelTables tables, EventKind kind, FrontEndRules rules) {
        return RUN_START.settings(new RunNumber(run), tables, kind, rules);
    }

    static BarrelSettings asReference(long run) {
        return start(run, plain(), FrontEndRules.asReference());
    }

    /// Patches of one event in which all towers have the same ADC.
    static PatchColumns patches(BarrelSettings settings, int adc) {
        int[] all = new int[BarrelMap.TOWERS];
        Arrays.fill(all, adc);
        AdcColumns block = AdcColumns.ofBarrel(1);
        block.add(0, all);
        var out = PatchColumns.ofBarrel(1);
        new BarrelFrontEnd(settings).process(block, out);
        return out;
    }
}
