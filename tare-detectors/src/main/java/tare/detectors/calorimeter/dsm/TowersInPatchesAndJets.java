package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 2: high towers, two high towers in large patches, jet patches and neighbouring jet
/// patches; firmware 2015.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 thresholds of overlap jet patches, R3 code that neighbours exceed (2 bits),
/// R4 which pairs: 0 opposite hours, else any that are not neighbours |
/// | input, 8 channels | as [OverlapJets]; barrel 12-14 high-tower bits, 15 HT.TP; endcap 0-5 codes
/// |
/// | output | 0-2 BHT0-2, 3 HTTP (two barrel boards with HT.TP), 4-5 EHT0-1, 6 JP1, 7 JP2, 8 BJP1,
/// 9 BJP2, 10 EJP1, 11 EJP2, 12 AJP, 13 BAJP, 14 always 0, 15 JP0 |
///
/// Bit 14 would be endcap jets back to back, which the simulation forces off. AJP is neighbours in
/// the barrel or in the endcap. Source: `l2_2015` of board EM201.
record TowersInPatchesAndJets(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final Field BARREL_TOWERS = Field.bits(12, 14);
    private static final Field TOWER_AND_PATCH = Field.bit(15);
    private static final int ADJACENT_REGISTER = 3;
    private static final int PAIR_REGISTER = 4;
    private static final int HTTP = 3;
    private static final int AJP = 12;
    private static final int BAJP = 13;

    static TowersInPatchesAndJets of(String name) {
        return new TowersInPatchesAndJets(
                OverlapJets.sheet(name, 1)
                        .register(ADJACENT_REGISTER, "AJP-th-Sel", 2)
                        .register(PAIR_REGISTER, "BEMC-HTTP-Sel", 1));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        int[] output = words.output();
        int[] hours = words.scratch(OverlapJets.FREE);
        Lanes.clear(output, n);
        OverlapJets.add(words);
        OverlapJets.orBarrel(words, BARREL_TOWERS, 0);
        OverlapJets.placeEndcapTowers(words, 4);
        Lanes.clear(hours, n);
        Hours.ofBarrel(words, TOWER_AND_PATCH, hours);
        if (registers.get(PAIR_REGISTER) == 0) Hours.placeOpposite(hours, output, HTTP, n);
        else Hours.placeApart(hours, output, HTTP, n);
        OverlapJets.find(words, registers, OverlapJets.CODES);
        OverlapJets.placeJets(words);
        int code = registers.get(ADJACENT_REGISTER);
        AdjacentJets.placeBarrel(words, code, hours, BAJP);
        AdjacentJets.placeEndcap(words, code, hours, AJP);
        AdjacentJets.placeEither(output, AJP, BAJP, AJP, n);
    }
}
