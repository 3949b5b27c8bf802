package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 2: high towers, jet patches and neighbouring jet patches; firmware 2009.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 thresholds of overlap jet patches, R3 code that neighbours exceed (2 bits) |
/// | input, 8 channels | as [OverlapJets]; barrel 12-15 and endcap 14-15 high-tower bits; endcap
/// 0-5 codes |
/// | output | 0-3 BHT0-3, 4-5 EHT0-1, 6 JP1, 7 JP2, 8 BJP1, 9 BJP2, 10 EJP1, 11 EJP2, 12 AJP, 13
/// BAJP, 14 EAJP, 15 JP0 |
///
/// JPn: any jet patch of barrel, endcap or overlap has a code above n; BJPn, EJPn: of barrel,
/// endcap. AJP is BAJP or EAJP. Source: `l2_2009` of board EM201.
record TowersAndJets(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final Field BARREL_TOWERS = Field.bits(12, 15);
    private static final int AJP = 12;
    private static final int BAJP = 13;
    private static final int EAJP = 14;
    private static final int ADJACENT_REGISTER = 3;

    static TowersAndJets of(String name) {
        return new TowersAndJets(
                OverlapJets.sheet(name, 1).register(ADJACENT_REGISTER, "AJP-th-Sel", 2));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        int[] output = words.output();
        Lanes.clear(output, n);
        OverlapJets.add(words);
        OverlapJets.orBarrel(words, BARREL_TOWERS, 0);
        OverlapJets.placeEndcapTowers(words, 4);
        OverlapJets.find(words, registers, OverlapJets.CODES);
        OverlapJets.placeJets(words);
        int[] hours = words.scratch(OverlapJets.FREE);
        AdjacentJets.placeBarrel(words, registers.get(ADJACENT_REGISTER), hours, BAJP);
        AdjacentJets.placeEndcap(words, registers.get(ADJACENT_REGISTER), hours, EAJP);
        AdjacentJets.placeEither(output, AJP, BAJP, EAJP, n);
    }
}
