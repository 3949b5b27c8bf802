package tare.calibrate.fit;

/// Running sums over the samples of each channel, around their own mean.
///
/// @param n samples
/// @param mean of the samples
/// @param squares sum of the squared distances from the mean
public record SumColumns(long[] n, double[] mean, double[] squares) implements FitInput {
    public SumColumns {
        if (mean.length != n.length || squares.length != n.length) {
            throw new IllegalArgumentException(
                    "columns must be of one length, got "
                            + n.length
                            + ", "
                            + mean.length
                            + ", "
                            + squares.length);
        }
    }

    @Override
    public int channels() {
        return n.length;
    }
}
