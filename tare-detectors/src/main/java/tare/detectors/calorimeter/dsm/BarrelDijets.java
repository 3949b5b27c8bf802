package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the barrel with a bit for pairs of jets; firmware 2013.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 jet-patch thresholds, R4 dijet threshold (9 bits each); R3 is not used |
/// | input, 6 channels | 0-5 low sum, 6-11 high sum, 12-15 high-tower bits; even channels east |
/// | output | 0-11 as firmware 2009; 12-13 how many of high-tower bits 0-2 are set; 14 high-tower
/// bit 3; 15 any jet patch > R4 |
///
/// Information words: the sums of [BarrelJets]. Source: `l1_2013` of boards BC.
record BarrelDijets(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final int DIJET_REGISTER = 4;
    private static final int TOWER_BIT = 14;
    private static final int DIJET_BIT = 15;

    static BarrelDijets of(String name) {
        AlgorithmSheet sheet = BarrelJets.sheet(name, 16);
        for (int k = 0; k < 3; k++) sheet = sheet.register(k, "BEMC-JP-th" + k, 9);
        return new BarrelDijets(sheet.register(DIJET_REGISTER, "BEMC-JP-th-dijet", 9));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        Lanes.clear(words.output(), n);
        BarrelJets.add(words);
        BarrelJets.place(words, registers, 2, 2, 2);
        int[] towers = words.scratch(0);
        Lanes.clear(towers, n);
        BarrelJets.orHighTowers(words, towers, 0);
        packTowers(towers, words.output(), n);
        for (int jet = BarrelJets.X; jet <= BarrelJets.Z; jet++) {
            int[] sum = words.information()[jet];
            Lanes.above(words.output(), DIJET_BIT, sum, registers.get(DIJET_REGISTER), n);
        }
    }

    private static void packTowers(int[] towers, int[] output, int events) {
        for (int e = 0; e < events; e++) {
            int t = towers[e];
            int count = (t & 1) + (t >>> 1 & 1) + (t >>> 2 & 1);
            output[e] |= count << Layer0Word.HIGH_TOWER_BITS | (t >>> 3) << TOWER_BIT;
        }
    }
}
