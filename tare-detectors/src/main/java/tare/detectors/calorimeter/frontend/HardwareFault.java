package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;

/// A stuck or broken bit of one barrel patch. It acts on the finished high tower or sum.
///
/// @param patch 0..299
/// @param value which of the two numbers
/// @param operation what happens to it
/// @param operand bits, or the number that is assigned
public record HardwareFault(int patch, Value value, FaultOperation operation, int operand) {
    /// The two numbers of a patch.
    public enum Value {
        HIGH_TOWER,
        SUM
    }

    public HardwareFault {
        if (patch < 0 || patch >= BarrelMap.PATCHES || operand < 0 || operand > 63)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a fault has a patch 0..299 and six bits, got %d and %d",
                            patch,
                            operand));
    }

    void apply(PatchColumns columns, int events) {
        int[] numbers = value == Value.SUM ? columns.sum(patch) : columns.highTower(patch);
        for (int e = 0; e < events; e++) numbers[e] = operation.apply(numbers[e], operand);
    }
}
