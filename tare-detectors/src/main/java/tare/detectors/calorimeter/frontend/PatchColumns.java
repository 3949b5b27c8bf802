package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;

/// What a front end makes of a block of events, patch by patch: `column[patch][event]`.
///
/// Allocated once; each block overwrites the last.
public final class PatchColumns {
    private final int[][] highTower;
    private final int[][] rawSum;
    private final int[][] sum;
    private final int[][] word;
    private final int capacity;

    private PatchColumns(int patches, int capacity) {
        highTower = new int[patches][capacity];
        rawSum = new int[patches][capacity];
        sum = new int[patches][capacity];
        word = new int[patches][capacity];
        this.capacity = capacity;
    }

    public static PatchColumns ofBarrel(int capacity) {
        return new PatchColumns(BarrelMap.PATCHES, capacity);
    }

    public static PatchColumns ofEndcap(int capacity) {
        return new PatchColumns(EndcapMap.PATCHES, capacity);
    }

    void requireRoom(int events) {
        if (events > capacity)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a block of %d events does not fit into columns of %d",
                            events,
                            capacity));
    }

    /// Largest high-tower word of the patch's towers, six bits; more in bit conversion 0.
    public int[] highTower(int patch) {
        return highTower[patch];
    }

    /// Sum of the patch's towers before look-up table, pedestal or fault.
    public int[] rawSum(int patch) {
        return rawSum[patch];
    }

    /// Patch sum, 0..62.
    public int[] sum(int patch) {
        return sum[patch];
    }

    /// What goes to the board: high tower from bit 0, sum from bit 6. Not masked, so a high tower
    /// of more than six bits runs into the sum, as in the reference.
    public int[] word(int patch) {
        return word[patch];
    }

    void combine(int patch, int events) {
        int[] high = highTower[patch];
        int[] sums = sum[patch];
        int[] words = word[patch];
        for (int e = 0; e < events; e++) words[e] = high[e] | (sums[e] << 6);
    }
}
