package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// What the jet-patch firmwares of layer 2 have in common.
///
/// Channels 0-5 are the barrel boards: two-bit codes of x, y, z in bits 0-5, partial patch in 6-11.
/// Channels 6 and 7 are the endcap boards EE101 and EE102: partial patch in 6-11, its number 1 to 3
/// in 12-13, high-tower bits in 14-15. A jet patch on the border of both calorimeters is the
/// endcap's partial patch plus the barrel's at the same hour: channel 3, 4 or 5 for EE101, 0, 1 or
/// 2 for EE102. The two sums are the information words.
final class OverlapJets {
    static final int CHANNELS = 8;
    static final int EE101 = 6;
    static final int EE102 = 7;

    /// Codes of a jet patch in a barrel board, and in an endcap board of firmware 2009.
    static final Field[] CODES = {Field.bits(0, 1), Field.bits(2, 3), Field.bits(4, 5)};

    /// The one code of an endcap board from firmware 2013 on.
    static final Field[] ONE_CODE = {Field.bits(0, 1)};

    private static final Field PARTIAL = Field.bits(6, 11);
    private static final Field ID = Field.bits(12, 13);
    private static final Field ENDCAP_TOWERS = Field.bits(14, 15);
    private static final int THRESHOLDS = 3;

    /// Scratch lanes of the highest codes, and the first that is free for an algorithm.
    static final int BARREL = 0;

    static final int ENDCAP = 1;
    static final int ALL = 2;
    static final int FREE = 3;

    private OverlapJets() {}

    /// @param scratch lanes that the algorithm needs of its own, from [#FREE]
    static AlgorithmSheet sheet(String name, int scratch) {
        AlgorithmSheet sheet = AlgorithmSheet.of(name, CHANNELS, 16, 16);
        for (int k = 0; k < THRESHOLDS; k++) {
            sheet = sheet.register(k, "BEMC-EEMC-overlap-JP-th" + k, 8);
        }
        return sheet.information("overlapEE101", "overlapEE102").scratch(FREE + scratch);
    }

    /// Fills the two information words.
    static void add(BoardWords words) {
        add(words, EE101, 3, words.information()[0]);
        add(words, EE102, 0, words.information()[1]);
    }

    private static void add(BoardWords words, int endcap, int firstBarrel, int[] sum) {
        int n = words.events();
        int[] board = words.inputs()[endcap];
        Lanes.take(sum, board, PARTIAL, n);
        for (int id = 1; id <= 3; id++) {
            int[] barrel = words.inputs()[firstBarrel + id - 1];
            Lanes.addWhere(sum, barrel, PARTIAL, board, ID, id, n);
        }
    }

    /// Fills the scratch lanes [#BARREL], [#ENDCAP] and [#ALL] with the highest codes; sums first.
    static void find(BoardWords words, Registers registers, Field[] endcapCodes) {
        int n = words.events();
        int[] barrel = words.scratch(BARREL);
        Lanes.clear(barrel, n);
        for (Field code : CODES) {
            for (int h = 0; h < Hours.COUNT; h++) Lanes.max(barrel, words.inputs()[h], code, n);
        }
        int[] endcap = words.scratch(ENDCAP);
        Lanes.clear(endcap, n);
        for (Field code : endcapCodes) {
            Lanes.max(endcap, words.inputs()[EE101], code, n);
            Lanes.max(endcap, words.inputs()[EE102], code, n);
        }
        findAll(words, registers);
    }

    /// The highest of barrel, endcap and the number of thresholds that an overlap sum exceeds.
    private static void findAll(BoardWords words, Registers registers) {
        int[] one = words.information()[0];
        int[] other = words.information()[1];
        int[] barrel = words.scratch(BARREL);
        int[] endcap = words.scratch(ENDCAP);
        int[] all = words.scratch(ALL);
        int r0 = registers.get(0);
        int r1 = registers.get(1);
        int r2 = registers.get(2);
        int n = words.events();
        for (int e = 0; e < n; e++) {
            int sum = Math.max(one[e], other[e]);
            int exceeded = ((r0 - sum) >>> 31) + ((r1 - sum) >>> 31) + ((r2 - sum) >>> 31);
            all[e] = Math.max(exceeded, Math.max(barrel[e], endcap[e]));
        }
    }

    /// Output bits 6 JP1, 7 JP2, 8 BJP1, 9 BJP2, 10 EJP1, 11 EJP2, 15 JP0, after [#find].
    static void placeJets(BoardWords words) {
        int n = words.events();
        int[] output = words.output();
        Lanes.above(output, 6, words.scratch(ALL), 1, n);
        Lanes.above(output, 7, words.scratch(ALL), 2, n);
        Lanes.above(output, 8, words.scratch(BARREL), 1, n);
        Lanes.above(output, 9, words.scratch(BARREL), 2, n);
        Lanes.above(output, 10, words.scratch(ENDCAP), 1, n);
        Lanes.above(output, 11, words.scratch(ENDCAP), 2, n);
        Lanes.above(output, 15, words.scratch(ALL), 0, n);
    }

    /// The OR of the endcap's high-tower bits, in two output bits.
    static void placeEndcapTowers(BoardWords words, int bit) {
        Lanes.or(words.output(), words.inputs()[EE101], ENDCAP_TOWERS, bit, words.events());
        Lanes.or(words.output(), words.inputs()[EE102], ENDCAP_TOWERS, bit, words.events());
    }

    /// The OR of a field of the barrel boards.
    static void orBarrel(BoardWords words, Field field, int bit) {
        for (int h = 0; h < Hours.COUNT; h++) {
            Lanes.or(words.output(), words.inputs()[h], field, bit, words.events());
        }
    }
}
