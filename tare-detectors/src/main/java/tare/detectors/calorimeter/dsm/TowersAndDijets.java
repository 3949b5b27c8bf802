package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Field;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 2: high towers, jet patches and pairs of jets; firmwares 2013_a and 2013.
///
/// | | bits |
/// | --- | --- |
/// | registers | R0-R2 thresholds of overlap jet patches, R3 code that neighbours exceed (2 bits) |
/// | input, 8 channels | as [OverlapJets]; barrel 12-13 number of high-tower thresholds, 14 fourth
/// high-tower bit, 15 dijet; endcap 0-1 code, 2-4 dijet of A, B, C |
/// | output | 0-2 BHT0-2 (the lowest bits, as many as the barrel's highest number), 3 BHT3, 4-5
/// EHT0-1, 6 JP1, 7 JP2, 8 BJP1, 9 see below, 10 EJP1, 11 JP1 dijet, 12 JP0 dijet, 13 BAJP, 15 JP0
/// |
///
/// Dijet bits form a ring of hours, barrel or endcap. JPn dijet: a barrel jet patch with a code
/// above n and a dijet bit two, three or four hours further. Bit 9 is BJP2 in 2013_a; in 2013 it is
/// a jet patch in one endcap board with a dijet bit of the other. Bit 14 (DAQ10k) is not simulated
/// and 0. Source: `l2_2013_A` and `l2_2013` of board EM201.
record TowersAndDijets(AlgorithmSheet sheet, Ninth ninth) implements DsmAlgorithm {
    /// What output bit 9 says.
    enum Ninth {
        BARREL_JP2,
        ENDCAP_DIJET
    }

    private static final Field TOWER_COUNT = Field.bits(12, 13);
    private static final Field FOURTH_TOWER = Field.bit(14);
    private static final Field BARREL_DIJET = Field.bit(15);
    private static final Field ENDCAP_CODE = Field.bits(0, 1);
    private static final Field ENDCAP_DIJETS = Field.bits(2, 4);
    private static final int ADJACENT_REGISTER = 3;
    private static final int NINTH_BIT = 9;
    private static final int JP1_DIJET = 11;
    private static final int JP0_DIJET = 12;
    private static final int BAJP = 13;

    static TowersAndDijets of(String name, Ninth ninth) {
        return new TowersAndDijets(
                OverlapJets.sheet(name, 2).register(ADJACENT_REGISTER, "AJP-th-Sel", 2), ninth);
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        Lanes.clear(words.output(), n);
        OverlapJets.add(words);
        placeTowers(words, words.scratch(OverlapJets.FREE));
        OverlapJets.placeEndcapTowers(words, 4);
        placeJets(words, registers);
        int[] hours = words.scratch(OverlapJets.FREE);
        AdjacentJets.placeBarrel(words, registers.get(ADJACENT_REGISTER), hours, BAJP);
        placeDijets(words);
    }

    private static void placeTowers(BoardWords words, int[] most) {
        int n = words.events();
        int[] output = words.output();
        Lanes.clear(most, n);
        for (int h = 0; h < Hours.COUNT; h++) Lanes.max(most, words.inputs()[h], TOWER_COUNT, n);
        for (int k = 0; k < 3; k++) Lanes.above(output, k, most, k, n);
        OverlapJets.orBarrel(words, FOURTH_TOWER, 3);
    }

    private void placeJets(BoardWords words, Registers registers) {
        int n = words.events();
        int[] output = words.output();
        OverlapJets.find(words, registers, OverlapJets.ONE_CODE);
        int[] barrel = words.scratch(OverlapJets.BARREL);
        int[] endcap = words.scratch(OverlapJets.ENDCAP);
        int[] all = words.scratch(OverlapJets.ALL);
        Lanes.above(output, 6, all, 1, n);
        Lanes.above(output, 7, all, 2, n);
        Lanes.above(output, 8, barrel, 1, n);
        Lanes.above(output, 10, endcap, 1, n);
        Lanes.above(output, 15, all, 0, n);
        switch (ninth) {
            case BARREL_JP2 -> Lanes.above(output, NINTH_BIT, barrel, 2, n);
            case ENDCAP_DIJET -> {
                int[] ee101 = words.inputs()[OverlapJets.EE101];
                int[] ee102 = words.inputs()[OverlapJets.EE102];
                placeEndcapDijet(ee101, ee102, output, n);
                placeEndcapDijet(ee102, ee101, output, n);
            }
        }
    }

    private static void placeEndcapDijet(int[] jet, int[] partner, int[] output, int events) {
        for (int e = 0; e < events; e++) {
            int code = ENDCAP_CODE.of(jet[e]);
            int dijets = ENDCAP_DIJETS.of(partner[e]);
            output[e] |= (-code & -dijets) >>> 31 << NINTH_BIT;
        }
    }

    private static void placeDijets(BoardWords words) {
        int n = words.events();
        int[] dijets = words.scratch(OverlapJets.FREE + 1);
        Lanes.clear(dijets, n);
        Hours.ofBarrel(words, BARREL_DIJET, dijets);
        Lanes.or(dijets, words.inputs()[OverlapJets.EE102], ENDCAP_DIJETS, 0, n);
        Lanes.or(dijets, words.inputs()[OverlapJets.EE101], ENDCAP_DIJETS, 3, n);
        placeDijet(words, 1, JP1_DIJET);
        placeDijet(words, 0, JP0_DIJET);
    }

    private static void placeDijet(BoardWords words, int threshold, int bit) {
        int n = words.events();
        int[] hours = words.scratch(OverlapJets.FREE);
        Lanes.clear(hours, n);
        for (Field code : OverlapJets.CODES) Hours.ofBarrelAbove(words, code, threshold, hours);
        Hours.placePartners(hours, words.scratch(OverlapJets.FREE + 1), words.output(), bit, n);
    }
}
