package tare.detectors.calorimeter.dsm;

import java.util.Optional;
import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the barrel without jet patches; firmware 2014_b, used in 2016.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0 which high-tower bit (3 bits) |
/// | input, 6 channels | 8 patch, 9 high tower in a patch, 10-15 high towers |
/// | output | 7 OR of input bit 10+R0; 8-15 OR of the same input bits; 16+c bit 10+R0 of channel c
/// (DAQ10k) |
///
/// Source: `l1_2014_B` of boards BC.
record BarrelTowersAndPatches(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final Field BITS = Field.bits(8, 15);
    private static final int SELECTED_BIT = 7;

    static BarrelTowersAndPatches of(String name) {
        return new BarrelTowersAndPatches(
                AlgorithmSheet.of(name, BarrelJets.CHANNELS, 16, 22)
                        .register(0, "BEMC-DAQ10k-HT-Sel", 3));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int[] output = words.output();
        int n = words.events();
        Lanes.clear(output, n);
        for (int[] word : words.inputs()) Lanes.or(output, word, BITS, BITS.low(), n);
        Optional<Field> selected = SelectedTowers.field(registers.get(0), 10, 6);
        SelectedTowers.place(words, selected);
        if (selected.isPresent()) {
            for (int[] word : words.inputs()) {
                Lanes.or(output, word, selected.get(), SELECTED_BIT, n);
            }
        }
    }
}
