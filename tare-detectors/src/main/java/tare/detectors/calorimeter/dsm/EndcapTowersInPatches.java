package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the endcap with bits for high towers in large patches (HT.TP); firmware 2017.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 jet-patch thresholds (8 bits each) |
/// | input, 6 channels | 0-5 and 6-11 sums, 12-14 high-tower bits, 15 HT.TP |
/// | output | 0-1 the number of the highest threshold that the largest jet patch exceeds, counted
/// from 1; 2, 3, 4 HT.TP of channels 0 or 1, 2 or 3, 4 or 5; 6-15 as [EndcapJets] |
///
/// EE102 passes on input bits 12-15, of which a link of 16 bits drops the upper two; EE101 passes
/// on 12-13. Source: `l1_2017` of boards EE.
record EndcapTowersInPatches(AlgorithmSheet sheet, EndcapBoard board) implements DsmAlgorithm {
    private static final int FIRST_BIT = 2;

    static EndcapTowersInPatches of(String name, EndcapBoard board) {
        AlgorithmSheet sheet = EndcapJets.sheet(name, 14 + board.highTowersOf2017().width());
        for (int k = 0; k < 3; k++) sheet = sheet.register(k, "EEMC-JP-th" + k, 8);
        return new EndcapTowersInPatches(sheet, board);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        Lanes.clear(words.output(), n);
        EndcapJets.add(words, board);
        EndcapJets.largest(words, words.scratch(0));
        placeHighest(words.scratch(0), registers, words.output(), n);
        for (int c = 0; c < EndcapJets.CHANNELS; c++) {
            int bit = FIRST_BIT + c / 2;
            Lanes.or(words.output(), words.inputs()[c], EndcapJets.TOWER_AND_PATCH, bit, n);
        }
        EndcapJets.placePartial(words);
        EndcapJets.placeHighTowers(words, board.highTowersOf2017());
    }

    private static void placeHighest(int[] sum, Registers registers, int[] output, int events) {
        int r0 = registers.get(0);
        int r1 = registers.get(1);
        int r2 = registers.get(2);
        for (int e = 0; e < events; e++) {
            int above0 = (r0 - sum[e]) >>> 31;
            int above1 = (r1 - sum[e]) >>> 31;
            int above2 = (r2 - sum[e]) >>> 31;
            output[e] |= Math.max(Math.max(above0, 2 * above1), 3 * above2);
        }
    }
}
