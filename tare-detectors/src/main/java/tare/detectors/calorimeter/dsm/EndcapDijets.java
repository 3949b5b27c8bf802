package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the endcap with bits for pairs of jets; firmware 2013.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 jet-patch thresholds, R3 dijet threshold (8 bits each) |
/// | input, 6 channels | 0-5 and 6-11 sums, 12-13 high-tower bits |
/// | output | 0-1 how many of R0-R2 the largest jet patch exceeds; 2, 3, 4 jet patch A, B, C > R3;
/// 6-15 as [EndcapJets] |
///
/// Source: `l1_2013` of boards EE.
record EndcapDijets(AlgorithmSheet sheet, EndcapBoard board) implements DsmAlgorithm {
    private static final Field HIGH_TOWERS = Field.bits(12, 13);
    private static final int THRESHOLDS = 3;
    private static final int DIJET_REGISTER = 3;
    private static final int DIJET_BIT = 2;

    static EndcapDijets of(String name, EndcapBoard board) {
        AlgorithmSheet sheet = EndcapJets.sheet(name, 16);
        for (int k = 0; k < THRESHOLDS; k++) sheet = sheet.register(k, "EEMC-JP-th" + k, 8);
        return new EndcapDijets(sheet.register(DIJET_REGISTER, "EEMC-JP-th-dijet", 8), board);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        int[] output = words.output();
        Lanes.clear(output, n);
        EndcapJets.add(words, board);
        int[] largest = words.scratch(0);
        EndcapJets.largest(words, largest);
        for (int k = 0; k < THRESHOLDS; k++) {
            Lanes.countAbove(output, largest, registers.get(k), n);
        }
        for (int jet = 0; jet < EndcapJets.JETS; jet++) {
            int[] sum = words.information()[jet];
            Lanes.above(output, DIJET_BIT + jet, sum, registers.get(DIJET_REGISTER), n);
        }
        EndcapJets.placePartial(words);
        EndcapJets.placeHighTowers(words, HIGH_TOWERS);
    }
}
