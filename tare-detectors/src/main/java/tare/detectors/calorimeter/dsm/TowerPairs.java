package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 2 without jet patches: high towers, patches, and pairs of them; firmware 2014_b, used in
/// 2016.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0 number of boards for DAQ10k, R1 which pairs: bit 0, 1, 2 for patch, HT.TP,
/// HT-UPC; 1 opposite hours, 0 any that are not neighbours |
/// | input, channels 0-5 | 7 selected tower, 8 patch, 9 HT.TP, 10-14 high towers, 15 HT-UPC |
/// | input, channels 6-7 | 14-15 high-tower bits of the endcap |
/// | output | 0-4 BHT0-4, 5 HT-UPC, 6 TP, 7 HT.TP, 8 pair of TP, 9 pair of HT.TP, 10 pair of
/// HT-UPC, 13-14 EHT0-1, 15 DAQ10k |
///
/// DAQ10k: at least R0 boards have a selected tower, so 0 is always fulfilled.
/// Source: `l2_2014_B` of board EM201.
record TowerPairs(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final Field SELECTED = Field.bit(7);
    private static final Field PATCH = Field.bit(8);
    private static final Field TOWER_AND_PATCH = Field.bit(9);
    private static final Field TOWERS = Field.bits(10, 15);
    private static final Field TOWER_UPC = Field.bit(15);
    private static final int COUNT_REGISTER = 0;
    private static final int PAIR_REGISTER = 1;
    private static final int DAQ10K = 15;

    static TowerPairs of(String name) {
        return new TowerPairs(
                AlgorithmSheet.of(name, OverlapJets.CHANNELS, 16, 16)
                        .register(COUNT_REGISTER, "BEMC-DAQ10k-th", 3)
                        .register(PAIR_REGISTER, "EMC-UPC-Topo-Switch", 3)
                        .scratch(1));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        OverlapJets.orBarrel(words, TOWERS, 0);
        OverlapJets.orBarrel(words, PATCH, 6);
        OverlapJets.orBarrel(words, TOWER_AND_PATCH, 7);
        placePair(words, PATCH, registers.bit(PAIR_REGISTER, 0), 8);
        placePair(words, TOWER_AND_PATCH, registers.bit(PAIR_REGISTER, 1), 9);
        placePair(words, TOWER_UPC, registers.bit(PAIR_REGISTER, 2), 10);
        OverlapJets.placeEndcapTowers(words, 13);
        placeSelected(words, registers.get(COUNT_REGISTER));
    }

    private static void placePair(BoardWords words, Field field, int opposite, int bit) {
        int[] hours = words.scratch(0);
        int n = words.events();
        Lanes.clear(hours, n);
        Hours.ofBarrel(words, field, hours);
        if (opposite == 1) Hours.placeOpposite(hours, words.output(), bit, n);
        else Hours.placeApart(hours, words.output(), bit, n);
    }

    private static void placeSelected(BoardWords words, int least) {
        int[] count = words.scratch(0);
        int n = words.events();
        Lanes.clear(count, n);
        for (int h = 0; h < Hours.COUNT; h++) Lanes.add(count, words.inputs()[h], SELECTED, n);
        Lanes.above(words.output(), DAQ10K, count, least - 1, n);
    }
}
