package tare.detectors.calorimeter.frontend;

/// The inner loops: one tower, all events of a block. Each is plain enough to be vectorised.
///
/// They work in counts of the 12-bit ADC, where all shifts by 2 fall away: with offset o of the
/// 10-bit ADC, `((adc >> 2) + o) >> k` equals `(adc + 4 o) >> (k + 2)`.
final class TowerLoops {
    private static final int FIVE_BITS = 31;
    private static final int BIT_5 = 32;

    private TowerLoops() {}

    /// Adds a barrel tower to the sum and high tower of its patch, in bit conversions 1 to 3.
    ///
    /// @param offset12 what is added, in counts of the 12-bit ADC
    /// @param floor what the ADC is raised to if it is below
    static void add(
            int[] adc,
            int events,
            int offset12,
            int floor,
            BitConversion conversion,
            int[] sum,
            int[] highTower) {
        int shift = conversion.mode() + 2;
        int above = conversion.above12();
        for (int e = 0; e < events; e++) {
            int value = Math.max(adc[e] + offset12, floor);
            sum[e] += value >> 4;
            // Bits `above` reach up to bit 11, so adding them carries into bit 12 if one is set.
            highTower[e] =
                    Math.max(
                            highTower[e],
                            ((value >> shift) & FIVE_BITS)
                                    | ((((value & above) + above) >> 7) & BIT_5));
        }
    }

    /// The same in bit conversion 0.
    static void addWhole(
            int[] adc, int events, int offset12, int floor, int[] sum, int[] highTower) {
        for (int e = 0; e < events; e++) {
            int value = Math.max(adc[e] + offset12, floor);
            sum[e] += value >> 4;
            highTower[e] = Math.max(highTower[e], value >> 2);
        }
    }

    /// Adds an endcap tower: 12 bits in, never below 0, 12 bits kept, bit conversion 2.
    static void addEndcap(int[] adc, int events, int offset12, int[] sum, int[] highTower) {
        for (int e = 0; e < events; e++) {
            int value = Math.max((adc[e] & 0xFFF) + offset12, 0) & 0xFFF;
            sum[e] += value >> 4;
            highTower[e] =
                    Math.max(
                            highTower[e],
                            ((value >> 4) & FIVE_BITS)
                                    | ((((value & 0xE00) + 0xE00) >> 7) & BIT_5));
        }
    }
}
