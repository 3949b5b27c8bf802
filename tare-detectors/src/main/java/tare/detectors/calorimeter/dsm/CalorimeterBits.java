package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Registers;

/// What the last board makes of the calorimeters' word, which is [TowersAndJets].
final class CalorimeterBits {
    private static final int BHT2 = 2;
    private static final int BHT3 = 3;
    private static final int EHT0 = 4;
    private static final int EHT1 = 5;
    private static final int JP1 = 6;
    private static final int JP2 = 7;
    private static final int BJP1 = 8;
    private static final int EJP1 = 10;
    private static final int AJP = 12;

    private CalorimeterBits() {}

    /// Output bits 0-3, 5 and 6.
    static void place(BoardWords words, Registers registers, int[] minimumBias) {
        int[] calorimeter = LastBoardWord.EM201.of(words);
        int[] output = words.output();
        int n = words.events();
        placeFirst(calorimeter, minimumBias, registers, output, n);
        placeSecond(calorimeter, registers, output, n);
        placeJets(calorimeter, registers, output, n);
        for (int e = 0; e < n; e++) {
            int c = calorimeter[e];
            output[e] |= OrderedCode.of(c & 1, c >>> 1 & 1, c >>> 2 & 1) << 2;
        }
        for (int e = 0; e < n; e++) output[e] |= (calorimeter[e] >>> EHT0 & 1) << 5;
    }

    private static void placeFirst(
            int[] calorimeter, int[] minimumBias, Registers registers, int[] output, int events) {
        int r0 = registers.bit(8, 0);
        int r1 = registers.bit(8, 1);
        int r2 = registers.bit(8, 2);
        for (int e = 0; e < events; e++) {
            int c = calorimeter[e];
            int second = c >>> BJP1 & r1 | minimumBias[e] >>> VertexBits.BBC & r2;
            output[e] |= c >>> BHT3 & r0 | c >>> BHT2 & second & 1;
        }
    }

    private static void placeSecond(
            int[] calorimeter, Registers registers, int[] output, int events) {
        int r0 = registers.bit(9, 0);
        int r1 = registers.bit(9, 1);
        int r2 = registers.bit(9, 2);
        int r3 = registers.bit(9, 3);
        for (int e = 0; e < events; e++) {
            int c = calorimeter[e];
            int jets = c >>> JP2 & r0 | c >>> AJP & r1;
            int endcap = c >>> EHT1 & r2 | c >>> EHT0 & c >>> EJP1 & r3;
            output[e] |= (jets | endcap) << 1;
        }
    }

    private static void placeJets(
            int[] calorimeter, Registers registers, int[] output, int events) {
        int r0 = registers.bit(10, 0);
        int r1 = registers.bit(10, 1);
        int r2 = registers.bit(10, 2);
        int r3 = registers.bit(10, 3);
        for (int e = 0; e < events; e++) {
            int c = calorimeter[e];
            int overlap = c >>> JP1 & ~(c >>> BJP1 | c >>> EJP1) & r3;
            output[e] |= (c >>> JP1 & r0 | c >>> BJP1 & r1 | c >>> EJP1 & r2 | overlap) << 6;
        }
    }
}
