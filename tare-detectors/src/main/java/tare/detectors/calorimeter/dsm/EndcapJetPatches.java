package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 1 of the endcap: three jet patches against three thresholds; firmware 2009.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 jet-patch thresholds (8 bits each) |
/// | input, 6 channels | 0-5 and 6-11 sums, 12-15 high-tower bits |
/// | output | 0-1, 2-3, 4-5 codes of jet patches A, B, C; 6-17 as [EndcapJets], with high-tower
/// bits 12-15 in 14-17, of which a link of 16 bits drops the upper two |
///
/// A code is 1 if only R0 is exceeded, 2 if R0 and R1, 3 if all, and 0 for every other combination,
/// which thresholds out of order bring about. Source: `l1_2009` of boards EE.
record EndcapJetPatches(AlgorithmSheet sheet, EndcapBoard board) implements DsmAlgorithm {
    private static final Field HIGH_TOWERS = Field.bits(12, 15);

    static EndcapJetPatches of(String name, EndcapBoard board) {
        AlgorithmSheet sheet = EndcapJets.sheet(name, 18);
        for (int k = 0; k < 3; k++) sheet = sheet.register(k, "EEMC-JP-th" + k, 8);
        return new EndcapJetPatches(sheet, board);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        EndcapJets.add(words, board);
        for (int jet = 0; jet < EndcapJets.JETS; jet++) {
            placeCode(words.information()[jet], registers, 2 * jet, words.output(), words.events());
        }
        EndcapJets.placePartial(words);
        EndcapJets.placeHighTowers(words, HIGH_TOWERS);
    }

    private static void placeCode(
            int[] sum, Registers registers, int bit, int[] output, int events) {
        int r0 = registers.get(0);
        int r1 = registers.get(1);
        int r2 = registers.get(2);
        for (int e = 0; e < events; e++) {
            int above0 = (r0 - sum[e]) >>> 31;
            int above1 = (r1 - sum[e]) >>> 31;
            int above2 = (r2 - sum[e]) >>> 31;
            output[e] |= (OrderedCode.of(above0, above1, above2)) << bit;
        }
    }
}
