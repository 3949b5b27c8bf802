package tare.calibrate.fit;

import java.util.Locale;

/// Measured points (x, y ± dy) of each channel, up to a common capacity.
///
/// Fits are fastest where points are rows and channels are lanes ([#byPoint]); the other order
/// ([#byChannel]) costs a copy. What stands behind a channel's last valid point is not read.
public final class PointColumns implements FitInput {
    private final int[] n;
    private final int capacity;
    private final int pointStride;
    private final int channelStride;
    private final double[] x;
    private final double[] y;
    private final double[] dy;

    private PointColumns(
            int[] n,
            int capacity,
            int pointStride,
            int channelStride,
            double[] x,
            double[] y,
            double[] dy) {
        long values = (long) n.length * capacity;
        if (capacity < 1 || x.length != values || y.length != values || dy.length != values) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d channels of %d points have %d values of x, y and dy each,"
                                    + " got %d, %d, %d",
                            n.length,
                            capacity,
                            values,
                            x.length,
                            y.length,
                            dy.length));
        }
        this.n = n;
        this.capacity = capacity;
        this.pointStride = pointStride;
        this.channelStride = channelStride;
        this.x = x;
        this.y = y;
        this.dy = dy;
    }

    /// Columns in which point p of channel c stands at `p * channels + c`.
    ///
    /// @param n valid points of each channel
    /// @param capacity points that a channel can have, 1 or more
    public static PointColumns byPoint(int[] n, int capacity, double[] x, double[] y, double[] dy) {
        return new PointColumns(n, capacity, n.length, 1, x, y, dy);
    }

    /// Columns in which point p of channel c stands at `c * capacity + p`.
    ///
    /// @param n valid points of each channel
    /// @param capacity points that a channel can have, 1 or more
    public static PointColumns byChannel(
            int[] n, int capacity, double[] x, double[] y, double[] dy) {
        return new PointColumns(n, capacity, 1, capacity, x, y, dy);
    }

    @Override
    public int channels() {
        return n.length;
    }

    /// Points that a channel can have.
    public int capacity() {
        return capacity;
    }

    /// Valid points of a channel, from 0 to the capacity.
    public int points(int channel) {
        return Math.clamp(n[channel], 0, capacity);
    }

    boolean isByPoint() {
        return channelStride == 1;
    }

    /// Where a point stands in [#x()], [#y()] and [#dy()].
    int at(int point, int channel) {
        return point * pointStride + channel * channelStride;
    }

    int[] n() {
        return n;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] dy() {
        return dy;
    }
}
