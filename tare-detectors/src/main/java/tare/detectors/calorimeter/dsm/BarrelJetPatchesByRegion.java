package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the barrel with a third threshold for each region and a high-tower bit for each
/// channel; firmware 2015, used in 2015 and 2017.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0, R1 jet-patch thresholds, R2 third threshold (east), R3 of the middle, R4 of
/// the west (9 bits each), R5 which high-tower bit (2 bits) |
/// | input, 6 channels | 0-5 low sum, 6-11 high sum, 12-15 high-tower bits (15: HT.TP); even
/// channels east |
/// | output | 0-15 as firmware 2009; 16+c bit R5 of the high-tower bits of channel c (DAQ10k) |
///
/// Only if at least five of R0-R5 are above 0 does each region have its own third threshold: R2 for
/// x, R3 for y, R4 for z; else R2 holds for all. So runs of the time before R3 and R4 were in use
/// are simulated with the same algorithm. Layer 2 does not receive bits 16-21.
/// Information words: the sums of [BarrelJets]. Source: `l1_2015` of boards BC.
record BarrelJetPatchesByRegion(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final int SELECT_REGISTER = 5;
    private static final int OF_REGIONS = 5;

    static BarrelJetPatchesByRegion of(String name) {
        AlgorithmSheet sheet =
                BarrelJets.sheet(name, 22)
                        .register(0, "BEMC-JP-th0", 9)
                        .register(1, "BEMC-JP-th1", 9)
                        .register(2, "BEMC-JP-th2", 9)
                        .register(3, "BEMC-JP-th2-Mid", 9)
                        .register(4, "BEMC-JP-th2-West", 9)
                        .register(SELECT_REGISTER, "BEMC-DAQ10k-HT-Sel", 2);
        return new BarrelJetPatchesByRegion(sheet);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        BarrelJets.add(words);
        if (haveRegions(registers)) BarrelJets.place(words, registers, 2, 3, 4);
        else BarrelJets.place(words, registers, 2, 2, 2);
        BarrelJets.orHighTowers(words, words.output(), Layer0Word.HIGH_TOWER_BITS);
        SelectedTowers.place(words, SelectedTowers.field(registers.get(SELECT_REGISTER), 12, 4));
    }

    private static boolean haveRegions(Registers registers) {
        int set = 0;
        for (int r = 0; r <= SELECT_REGISTER; r++) if (registers.get(r) > 0) set++;
        return set >= OF_REGIONS;
    }
}
