package tare.detectors.calorimeter.frontend;

import java.util.List;
import tare.core.time.RunNumber;

/// How the barrel's front end is set in a run, after all rules of its start.
///
/// Tower columns are indexed by soft id minus 1. Nobody changes the arrays.
///
/// @param kind of the events these settings are for
/// @param rules which were in force
/// @param pedestalShiftAdc in counts of the 12-bit ADC
/// @param patchOfTower 0..299
/// @param feePedestal five bits, see [FeePedestal#bits]
/// @param good 1 for a tower that takes part, 0 for a masked one
/// @param maskedTowers how many of a patch are masked, as its look-up table counts them
/// @param patches the settings in force
/// @param faults in the order in which they act
public record BarrelSettings(
        RunNumber run,
        EventKind kind,
        FrontEndRules rules,
        int pedestalShiftAdc,
        int[] patchOfTower,
        int[] feePedestal,
        int[] good,
        int[] maskedTowers,
        PatchTable patches,
        List<HardwareFault> faults) {
    public BarrelSettings {
        faults = List.copyOf(faults);
    }
}
