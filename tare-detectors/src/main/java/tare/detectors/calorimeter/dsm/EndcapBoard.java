package tare.detectors.calorimeter.dsm;

import tare.trigger.dsm.Field;

/// One of the two layer-1 boards of the endcap: which channel brings which part of its jet patches.
///
/// @param outer channels with the outer and middle patches (ten and eight towers) of jet patches A,
///     B, C
/// @param inner channels with their inner patches (six towers)
/// @param highTowersOf2017 the high-tower bits that firmware 2017 passes on; the boards differ, in
///     the source as here
record EndcapBoard(int[] outer, int[] inner, Field highTowersOf2017) {
    /// EE101: jet patches at 4, 6 and 8 o'clock.
    static final EndcapBoard EE101 =
            new EndcapBoard(new int[] {0, 3, 4}, new int[] {1, 2, 5}, Field.bits(12, 13));

    /// EE102: jet patches at 10, 12 and 2 o'clock.
    static final EndcapBoard EE102 =
            new EndcapBoard(new int[] {1, 2, 5}, new int[] {0, 3, 4}, Field.bits(12, 15));
}
