package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.Lanes;

/// Patches that a layer-0 board adds up into six bits.
///
/// Each of the N patches has a sum of 1 when it is empty, so N empty patches give N; the group
/// gives `target` for them: `T - (N - target)`, at most 63, and 0 if T < N.
///
/// @param channels which inputs
/// @param target what empty patches give
/// @param low lowest output bit
record PatchGroup(int[] channels, int target, int low) {
    private static final int MOST = 63;

    /// Adds the group's bits to the output.
    void place(BoardWords words, int[] sum) {
        int n = words.events();
        Lanes.clear(sum, n);
        for (int channel : channels) {
            Lanes.add(sum, words.inputs()[channel], Layer0Word.PATCH_SUM, n);
        }
        place(sum, words.output(), n);
    }

    private void place(int[] sum, int[] output, int events) {
        int empty = channels.length;
        int surplus = channels.length - target;
        for (int e = 0; e < events; e++) {
            int enough = ~(sum[e] - empty >> 31);
            output[e] |= (Math.min(sum[e] - surplus, MOST) & enough) << low;
        }
    }
}
