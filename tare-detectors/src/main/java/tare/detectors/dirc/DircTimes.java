package tare.detectors.dirc;

/// TDC counts and nanoseconds. Count c stands for times from c - ½ to c + ½ counts.
public final class DircTimes {
    /// One TDC count [ns].
    public static final double NANOS_PER_COUNT = 0.5;

    /// Largest time that a hit can carry [TDC counts].
    public static final int MAX_COUNTS = 0xFFFF;

    private DircTimes() {}

    /// The nearest count, within what a hit can carry.
    public static int counts(double nanos) {
        return (int) Math.clamp(Math.rint(nanos / NANOS_PER_COUNT), 0, MAX_COUNTS);
    }

    public static double nanos(int counts) {
        return counts * NANOS_PER_COUNT;
    }
}
