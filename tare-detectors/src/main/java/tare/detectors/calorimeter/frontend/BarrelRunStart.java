package tare.detectors.calorimeter.frontend;

import java.util.Set;
import java.util.stream.IntStream;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.MapVariant;
import tare.detectors.calorimeter.map.MapVariants;

/// Works out the settings of a run from what was configured. Immutable; one serves all runs.
///
/// The order is that of the reference (trigger specification 2.7): statuses, masked towers counted,
/// kills, forced settings of patches. Tables of a file stay as they are; hardware faults act on
/// both.
public final class BarrelRunStart {
    private final BarrelMap map;
    private final MapVariants variants;
    private final RunStartTables tables;
    private final HardwareFaults faults;

    BarrelRunStart(
            BarrelMap map, MapVariants variants, RunStartTables tables, HardwareFaults faults) {
        this.map = map;
        this.variants = variants;
        this.tables = tables;
        this.faults = faults;
    }

    /// With the tables that are part of the program.
    public static BarrelRunStart standard(BarrelMap map) {
        return new BarrelRunStart(
                map, MapVariants.standard(), RunStartTables.standard(), HardwareFaults.standard());
    }

    /// The settings of a run.
    ///
    /// @param kind of the events they shall serve
    public BarrelSettings settings(
            RunNumber run, BarrelTables configured, EventKind kind, FrontEndRules rules) {
        Towers towers =
                switch (configured.origin()) {
                    case TableOrigin.Database _ -> ofDatabase(run, configured, rules);
                    case TableOrigin.File(int[] patches) -> ofFile(configured, patches);
                };
        PatchTable patches = configured.patches().copy();
        if (configured.origin() instanceof TableOrigin.Database) {
            boolean forEver = rules.reproduce(FrontEndDefect.FAULTS_FOR_EVER);
            for (PatchRule rule : tables.rules(run, forEver)) rule.apply(patches, towers.masked);
        }
        return new BarrelSettings(
                run,
                kind,
                rules,
                configured.pedestalShiftAdc(),
                towers.patch,
                feePedestals(configured, rules),
                towers.good,
                towers.masked,
                patches,
                faults.of(run, kind, rules));
    }

    private record Towers(int[] patch, int[] good, int[] masked) {}

    private Towers ofDatabase(RunNumber run, BarrelTables configured, FrontEndRules rules) {
        MapVariant variant = variants.ofTowers(run);
        MapVariant counting =
                rules.reproduce(FrontEndDefect.MASKED_COUNT_BEFORE_SWAP)
                        ? variants.ofMaskedCountInReference(run)
                        : variant;
        Set<Integer> goodStatuses = tables.goodStatuses(run);
        int[] byStatus = good(configured.towerStatus(), goodStatuses);
        int[] good = byStatus.clone();
        for (int softId : tables.kills(run)) good[softId - 1] = 0;
        int[] counted =
                rules.reproduce(FrontEndDefect.MASKED_COUNT_WITHOUT_KILLS) ? byStatus : good;
        return new Towers(
                map.patchOfTower(variant), good, masked(counted, map.patchOfTower(counting)));
    }

    private static int[] good(int[] status, Set<Integer> goodStatuses) {
        return IntStream.of(status).map(s -> goodStatuses.contains(s) ? 1 : 0).toArray();
    }

    private static Towers ofFile(BarrelTables configured, int[] patches) {
        int[] good = IntStream.of(configured.towerStatus()).map(s -> s != 0 ? 1 : 0).toArray();
        return new Towers(patches, good, masked(good, patches));
    }

    private static int[] masked(int[] good, int[] patchOfTower) {
        int[] masked = new int[BarrelMap.PATCHES];
        for (int tower = 0; tower < good.length; tower++)
            masked[patchOfTower[tower]] += 1 - good[tower];
        return masked;
    }

    private static int[] feePedestals(BarrelTables configured, FrontEndRules rules) {
        float[] pedestal = configured.pedestalAdc();
        int shift = configured.pedestalShiftAdc();
        return IntStream.range(0, pedestal.length)
                .map(tower -> FeePedestal.of(pedestal[tower], shift, rules.rounding()).bits())
                .toArray();
    }
}
