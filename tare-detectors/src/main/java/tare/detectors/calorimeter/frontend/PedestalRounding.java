package tare.detectors.calorimeter.frontend;

/// How a front-end pedestal above 15 is brought into its four bits.
///
/// Such a value v becomes v - 4w, where w is (v - 11) / 4, rounded in one of two ways.
public enum PedestalRounding {
    /// To nearest, halves to even, as the reference simulator: 16, 17, 18, ... become 12, 9, 10,
    /// 11, 12, 13, 10, 11 and so on.
    HALF_TO_EVEN {
        @Override
        long quarter(long excess) {
            return Math.round(Math.rint(excess / 4.0));
        }
    },
    /// Down, as the program that loaded the electronics: 16, 17, 18, ... become 12, 13, 14, 11 and
    /// so on.
    DOWN {
        @Override
        long quarter(long excess) {
            return Math.floorDiv(excess, 4L);
        }
    };

    abstract long quarter(long excess);
}
