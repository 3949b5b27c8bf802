package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the barrel: three jet patches against three thresholds; firmware 2009.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 jet-patch thresholds (9 bits each) |
/// | input, 6 channels | 0-5 low sum, 6-11 high sum, 12-15 high-tower bits; even channels east |
/// | output | 0-1, 2-3, 4-5 codes of jet patches x, y, z; 6-11 partial patch; 12-15 OR of the
/// high-tower bits |
///
/// Information words: the sums of [BarrelJets]. Source: `l1_2009` of boards BC.
record BarrelJetPatches(AlgorithmSheet sheet) implements DsmAlgorithm {
    static BarrelJetPatches of(String name) {
        AlgorithmSheet sheet = BarrelJets.sheet(name, 16);
        for (int k = 0; k < 3; k++) sheet = sheet.register(k, "BEMC-JP-th" + k, 9);
        return new BarrelJetPatches(sheet);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        BarrelJets.add(words);
        BarrelJets.place(words, registers, 2, 2, 2);
        BarrelJets.orHighTowers(words, words.output(), Layer0Word.HIGH_TOWER_BITS);
    }
}
