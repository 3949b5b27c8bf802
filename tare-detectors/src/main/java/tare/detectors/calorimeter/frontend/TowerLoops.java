package tare.detectors.calorimeter.frontend;

/// The inner loops: one tower, all events of a block. Each is plain enough to be vectorised.
///
/// They work in counts of the 12-bit ADC, where all shifts by 2 fall away: with offset o of the
/// 10-bit ADC, `((adc >> 2) + o) >> k` equals `(adc + 4 o) >> (k + 2)`. Of the 12 bits above the
/// shift, the lowest five are kept, and `min(bits, 32)` has bit 5 if and only if there are more.
final class TowerLoops {
    private static final int TWELVE_BITS = 0xFFF;
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
        for (int e = 0; e < events; e++) {
            int value = Math.max(adc[e] + offset12, floor);
            int bits = (value & TWELVE_BITS) >> shift;
            sum[e] += value >> 4;
            highTower[e] =
                    Math.max(highTower[e], (bits & FIVE_BITS) | (Math.min(bits, BIT_5) & BIT_5));
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
            int value = Math.max((adc[e] & TWELVE_BITS) + offset12, 0) & TWELVE_BITS;
            int bits = value >> 4;
            sum[e] += bits;
            highTower[e] =
                    Math.max(highTower[e], (bits & FIVE_BITS) | (Math.min(bits, BIT_5) & BIT_5));
        }
    }
}
