package tare.detectors.calorimeter.dsm;

/// What the last board makes of the vertex detectors' word: minimum bias and ZDC polarimetry.
final class VertexBits {
    /// Bits of the minimum-bias lane.
    static final int BBC = 0;

    static final int VPD = 1;
    static final int ZDC = 2;

    private VertexBits() {}

    /// Bits 0 BBCMB, 1 VPDMB, 2 ZDCMB: time, east and west of a detector all set.
    static void minimumBias(int[] vertex, int[] into, int events) {
        for (int e = 0; e < events; e++) {
            int v = vertex[e];
            int three = v & v >>> 1 & v >>> 2;
            into[e] = three & 1 | (three >>> 13 & 1) << VPD | (three >>> 6 & 1) << ZDC;
        }
    }

    /// Output bits 4 VPDMB, 9 ZDCMB, 10 ZDC polarimetry.
    static void place(int[] vertex, int[] minimumBias, int[] output, int events) {
        for (int e = 0; e < events; e++) {
            int m = minimumBias[e];
            output[e] |= (m >>> VPD & 1) << 4 | (m >>> ZDC & 1) << 9;
        }
        for (int e = 0; e < events; e++) {
            int v = vertex[e];
            int frontAndBack = v >>> 9 & v >>> 10 | v >>> 11 & v >>> 12;
            output[e] |= (v >>> 1 & v >>> 2 & frontAndBack & 1) << 10;
        }
    }
}
