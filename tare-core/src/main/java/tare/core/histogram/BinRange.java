package tare.core.histogram;

/// Bins from `first` up to, not including, `end`. Bin 0 is the underflow.
public record BinRange(int first, int end) {

    public BinRange {
        if (first < 0 || end < first)
            throw new IllegalArgumentException(
                    "a bin range needs 0 <= first <= end, got [" + first + ", " + end + ")");
    }

    /// Every bin in range: neither underflow nor overflow.
    public static BinRange inside(Axis axis) {
        return new BinRange(1, axis.bins() + 1);
    }

    /// Every bin, underflow and overflow included.
    public static BinRange all(Axis axis) {
        return new BinRange(0, axis.bins() + 2);
    }
}
