package tare.detectors.calorimeter.dsm;

import java.util.stream.IntStream;
import tare.trigger.dsm.Field;

/// Bits of words between the layers that several algorithms read.
final class Layer0Word {
    /// A trigger patch: high tower and patch sum.
    static final Field HIGH_TOWER = Field.bits(0, 5);

    static final Field PATCH_SUM = Field.bits(6, 11);

    /// A layer-0 board: two sums, high-tower bits.
    static final Field LOW_SUM = Field.bits(0, 5);

    static final Field HIGH_SUM = Field.bits(6, 11);
    static final int HIGH_TOWER_BITS = 12;

    /// Channels of a layer-0 board.
    static final int PATCHES = 10;

    private Layer0Word() {}

    static int[] channels(int... channels) {
        return channels;
    }

    static int[] range(int from, int to) {
        return IntStream.rangeClosed(from, to).toArray();
    }
}
