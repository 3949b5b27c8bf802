package tare.detectors.calorimeter.dsm;

import java.util.Optional;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;

/// The high-tower bit of each channel that a register selects for fast readout (DAQ10k), in output
/// bits 16 and up.
final class SelectedTowers {
    static final int FIRST_BIT = 16;

    private SelectedTowers() {}

    /// The selected bit of an input word; none if the register points outside.
    ///
    /// @param low the input bit that 0 selects
    /// @param width how many bits there are to select from
    static Optional<Field> field(int register, int low, int width) {
        boolean inside = register >= -low && register < width;
        return inside ? Optional.of(Field.bit(low + register)) : Optional.empty();
    }

    static void place(BoardWords words, Optional<Field> selected) {
        if (selected.isEmpty()) return;
        int[][] inputs = words.inputs();
        for (int c = 0; c < inputs.length; c++) {
            Lanes.or(words.output(), inputs[c], selected.get(), FIRST_BIT + c, words.events());
        }
    }
}
