package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Lanes;
import tare.trigger.dsm.Registers;

/// Layer 3: combinations of calorimeter, minimum-bias and forward bits; LD301, firmware 2009.
///
/// | register | |
/// | --- | --- |
/// | R0, R1 and R2, R3 | prescale counters of BBCMB and VPDMB, lower and upper 12 bits |
/// | R4, R5 | prescale counter of ZDCMB, loaded and not looked at |
/// | R6, R7 | live detectors that the prescaled BBCMB and VPDMB want (8 bits) |
/// | R8, R9, R10 | alternatives of BIT1, BIT2, JP1, one bit each |
///
/// | channel | input bits |
/// | --- | --- |
/// | 0 | 0 MTD |
/// | 1 | 0-2 BBC (time, east, west), 6-8 ZDC (time, east, west), 9-10, 11-12 ZDC east, west (front,
/// back), 13-15 VPD (time, east, west) |
/// | 3 | [TowersAndJets] |
/// | 4 | 0 FMS LED, 8-15 live detectors |
/// | 5 | FMS: 1, 8 first and 2, 9 second threshold of small and large cells, 14 FPE |
/// | 6 | 14 zero bias |
///
/// | output bit | |
/// | --- | --- |
/// | 0 BIT1 | BHT3 & R8.0, or BHT2 & BJP1 & R8.1, or BHT2 & BBCMB & R8.2 |
/// | 1 BIT2 | JP2 & R9.0, or AJP & R9.1, or EHT1 & R9.2, or EHT0 & EJP1 & R9.3 |
/// | 2-3 | highest of BHT0-2, 0 if they are not nested |
/// | 4, 5 | VPDMB; EHT0 |
/// | 6 | JP1 & R10.0, or BJP1 & R10.1, or EJP1 & R10.2, or JP1 without BJP1 and EJP1 & R10.3 |
/// | 7, 8 | prescaled BBCMB, VPDMB: the counter, less 1 if the bit and its live detectors are on,
/// is 1 |
/// | 9-15 | ZDCMB, ZDC polarimetry, MTD, FMS fast, FMS slow, FMS LED or FPE, zero bias |
/// | 16-31 | the same as 0-15 |
///
/// Prescalers keep no state between events here. Source: `l3_2009` of board LD301.
record LastBoard(AlgorithmSheet sheet) implements DsmAlgorithm {
    private static final int[] COUNTERS = {0, 2};
    private static final int[] LIVE_SELECTS = {6, 7};

    static LastBoard of(String name) {
        return new LastBoard(
                AlgorithmSheet.of(name, 8, 16, 32)
                        .register(0, "BBCMBLive-PS-lo", 12)
                        .register(1, "BBCMBLive-PS-hi", 12)
                        .register(2, "VPDMBLive-PS-lo", 12)
                        .register(3, "VPDMBLive-PS-hi", 12)
                        .register(6, "BBC-Live-Det-Select", 8)
                        .register(7, "VPD-Live-Det-Select", 8)
                        .register(8, "Output-Bit1-Select", 3)
                        .register(9, "Output-Bit2-Select", 4)
                        .register(10, "JP1-Select", 4)
                        .scratch(2));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        int n = words.events();
        int[] minimumBias = words.scratch(0);
        VertexBits.minimumBias(LastBoardWord.VERTEX.of(words), minimumBias, n);
        Lanes.clear(words.output(), n);
        CalorimeterBits.place(words, registers, minimumBias);
        VertexBits.place(LastBoardWord.VERTEX.of(words), minimumBias, words.output(), n);
        for (int k = 0; k < COUNTERS.length; k++) placePrescaled(words, registers, k);
        placeOthers(words);
        for (int e = 0; e < n; e++) words.output()[e] |= words.output()[e] << 16;
    }

    /// Output bit 7 (k = 0: BBCMB) or 8 (k = 1: VPDMB).
    private static void placePrescaled(BoardWords words, Registers registers, int k) {
        int counter = registers.get(COUNTERS[k]) | registers.get(COUNTERS[k] + 1) << 12;
        int wanted = registers.get(LIVE_SELECTS[k]) & 0xFF;
        int[] live = LastBoardWord.LIVE.of(words);
        int[] minimumBias = words.scratch(0);
        int[] output = words.output();
        int n = words.events();
        for (int e = 0; e < n; e++) {
            int missing = wanted & ~(live[e] >>> 8);
            int counted = minimumBias[e] >>> k & 1 & ~(-missing >>> 31);
            int notOne = counter - counted ^ 1;
            output[e] |= (1 ^ (notOne | -notOne) >>> 31) << (7 + k);
        }
    }

    private static void placeOthers(BoardWords words) {
        int[] output = words.output();
        int[] mtd = LastBoardWord.MTD.of(words);
        int[] live = LastBoardWord.LIVE.of(words);
        int[] fms = LastBoardWord.FMS.of(words);
        int[] zeroBias = LastBoardWord.ZERO_BIAS.of(words);
        int n = words.events();
        for (int e = 0; e < n; e++) output[e] |= (mtd[e] & 1) << 11;
        for (int e = 0; e < n; e++) {
            int f = fms[e];
            output[e] |= (f >>> 1 & f >>> 8 & 1) << 12 | (f >>> 2 & f >>> 9 & 1) << 13;
        }
        for (int e = 0; e < n; e++) output[e] |= ((live[e] | fms[e] >>> 14) & 1) << 14;
        for (int e = 0; e < n; e++) output[e] |= (zeroBias[e] >>> 14 & 1) << 15;
    }
}
