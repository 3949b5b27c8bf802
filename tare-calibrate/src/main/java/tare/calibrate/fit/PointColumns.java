package tare.calibrate.fit;

/// Measured points (x, y ± dy) of each channel. Rows are points, lanes are channels:
/// `x[point][channel]`.
///
/// @param n valid points of a channel; what stands in later rows is not read
public record PointColumns(int[] n, double[][] x, double[][] y, double[][] dy)
        implements FitInput {
    public PointColumns {
        if (y.length != x.length || dy.length != x.length) {
            throw new IllegalArgumentException(
                    "x, y and dy must have one number of rows, got %d, %d, %d"
                            .formatted(x.length, y.length, dy.length));
        }
        for (int point = 0; point < x.length; point++) {
            if (x[point].length != n.length
                    || y[point].length != n.length
                    || dy[point].length != n.length) {
                throw new IllegalArgumentException(
                        "row " + point + " must have a value for each of " + n.length
                                + " channels");
            }
        }
    }

    @Override
    public int channels() {
        return n.length;
    }

    /// Points that fit.
    public int capacity() {
        return x.length;
    }

    /// Valid points of a channel, between 0 and the capacity.
    int points(int channel) {
        return Math.clamp(n[channel], 0, capacity());
    }
}
