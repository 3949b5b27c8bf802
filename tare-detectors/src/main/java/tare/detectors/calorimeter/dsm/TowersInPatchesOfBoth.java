package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 2: high towers, two high towers in large patches of either calorimeter, jet patches;
/// firmware 2017.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 thresholds of overlap jet patches, R3 which pairs: 0 opposite hours, else
/// any that are not neighbours |
/// | input, 8 channels | as [OverlapJets]; barrel 12-14 high-tower bits, 15 HT.TP; endcap 0-1 code,
/// 2-4 HT.TP of three hours |
/// | output | 0-2 BHT1-3, 3 HTTP, 4-5 EHT0-1, 6 BJP1, 7 BJP2, 8 JP0, 9 JP1, 10 JP2, 11 EJP1, 12
/// EJP2 |
///
/// An hour has HT.TP if its barrel board or its endcap jet patch has. Source: `l2_2017` of board
/// EM201.
record TowersInPatchesOfBoth(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final Field BARREL_TOWERS = Field.bits(12, 14);
    private static final Field BARREL_HTTP = Field.bit(15);
    private static final Field ENDCAP_HTTP = Field.bits(2, 4);
    private static final int PAIR_REGISTER = 3;
    private static final int HTTP = 3;

    static TowersInPatchesOfBoth of(String name) {
        return new TowersInPatchesOfBoth(
                OverlapJets.sheet(name, 1).register(PAIR_REGISTER, "EMC-HTTP-Sel", 1));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Lanes.clear(words.output(), words.events());
        OverlapJets.add(words);
        OverlapJets.orBarrel(words, BARREL_TOWERS, 0);
        OverlapJets.placeEndcapTowers(words, 4);
        placePairs(words, registers.get(PAIR_REGISTER));
        placeJets(words, registers);
    }

    private static void placePairs(BoardWords words, int select) {
        int n = words.events();
        int[] hours = words.scratch(OverlapJets.FREE);
        Lanes.clear(hours, n);
        Hours.ofBarrel(words, BARREL_HTTP, hours);
        Lanes.or(hours, words.inputs()[OverlapJets.EE102], ENDCAP_HTTP, 0, n);
        Lanes.or(hours, words.inputs()[OverlapJets.EE101], ENDCAP_HTTP, 3, n);
        if (select == 0) Hours.placeOpposite(hours, words.output(), HTTP, n);
        else Hours.placeApart(hours, words.output(), HTTP, n);
    }

    private static void placeJets(BoardWords words, Registers registers) {
        int n = words.events();
        int[] output = words.output();
        OverlapJets.find(words, registers, OverlapJets.ONE_CODE);
        int[] barrel = words.scratch(OverlapJets.BARREL);
        int[] endcap = words.scratch(OverlapJets.ENDCAP);
        int[] all = words.scratch(OverlapJets.ALL);
        Lanes.above(output, 6, barrel, 1, n);
        Lanes.above(output, 7, barrel, 2, n);
        Lanes.above(output, 8, all, 0, n);
        Lanes.above(output, 9, all, 1, n);
        Lanes.above(output, 10, all, 2, n);
        Lanes.above(output, 11, endcap, 1, n);
        Lanes.above(output, 12, endcap, 2, n);
    }
}
