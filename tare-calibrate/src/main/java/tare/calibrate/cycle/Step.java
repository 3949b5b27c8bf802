package tare.calibrate.cycle;

import org.jspecify.annotations.Nullable;

/// One step of a cycle, inside a step of the cycle around it.
///
/// @param outer null at the outermost cycle
/// @param index from 0
public record Step(@Nullable Step outer, Cycle cycle, int index) {
    /// Value of the stimulus.
    public double setting() {
        return cycle.settings().value(index);
    }

    /// Value of the stimulus of this cycle or of one around it.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public double setting(String cycleName) {
        for (Step step = this; step != null; step = step.outer) {
            if (step.cycle.name().equals(cycleName)) return step.setting();
        }
        throw new IllegalArgumentException("no cycle '" + cycleName + "' around step " + this);
    }

    /// In words, outermost first: `VCal 20.0 (2 of 5), pulse 7.0 (8 of 100)`.
    @Override
    public String toString() {
        String own =
                cycle.name()
                        + " "
                        + setting()
                        + " ("
                        + (index + 1)
                        + " of "
                        + cycle.settings().count()
                        + ")";
        return outer == null ? own : outer + ", " + own;
    }
}
