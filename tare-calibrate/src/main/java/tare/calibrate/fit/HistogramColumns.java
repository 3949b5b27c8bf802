package tare.calibrate.fit;

import java.util.Locale;
import tare.core.channel.FitStatus;

/// A histogram of each channel, all with the same bins.
///
/// Row-major as in the layouts `hist/1` and `whist/1`: a channel has `bins + 2` values side by
/// side, the underflow first and the overflow last.
public sealed interface HistogramColumns extends FitInput {
    /// Without underflow and overflow.
    int bins();

    /// Where the first bin begins.
    double low();

    /// Where the last bin ends.
    double high();

    /// Copies a channel's bins.
    ///
    /// @param content entries or sum of weights per bin, without underflow and overflow
    /// @param variance of that content: the entries themselves, or the sum of squared weights
    void copy(int channel, double[] content, double[] variance);

    /// Whether anything fell beside the bins.
    boolean hasOutside(int channel);

    default double binWidth() {
        return (high() - low()) / bins();
    }

    default double center(int bin) {
        return low() + (bin + 0.5) * binWidth();
    }

    /// What can be said of a channel before a fit.
    ///
    /// @param content as copied before
    /// @param variance as copied before; a histogram without any is empty
    /// @return ok, no data, non-finite input, or out of histogram range
    default FitStatus status(int channel, double[] content, double[] variance) {
        double probe = 0;
        double sum = 0;
        for (int bin = 0; bin < bins(); bin++) {
            if (variance[bin] < 0) return FitStatus.NON_FINITE_INPUT;
            probe += 0 * content[bin] + 0 * variance[bin];
            sum += variance[bin];
        }
        if (probe != 0) return FitStatus.NON_FINITE_INPUT;
        if (sum > 0) return FitStatus.OK;
        return hasOutside(channel) ? FitStatus.OUT_OF_HISTOGRAM_RANGE : FitStatus.NO_DATA;
    }

    /// Counted entries.
    record Counted(int bins, double low, double high, long[] counts) implements HistogramColumns {
        public Counted {
            requireAxis(bins, low, high);
            requireRows(bins, counts.length);
        }

        @Override
        public int channels() {
            return counts.length / (bins + 2);
        }

        @Override
        public void copy(int channel, double[] content, double[] variance) {
            int first = channel * (bins + 2) + 1;
            for (int bin = 0; bin < bins; bin++) {
                content[bin] = counts[first + bin];
                variance[bin] = counts[first + bin];
            }
        }

        @Override
        public boolean hasOutside(int channel) {
            int first = channel * (bins + 2);
            return counts[first] != 0 || counts[first + bins + 1] != 0;
        }
    }

    /// Weighted entries.
    ///
    /// @param sums of weights
    /// @param squares sums of squared weights
    record Weighted(int bins, double low, double high, double[] sums, double[] squares)
            implements HistogramColumns {
        public Weighted {
            requireAxis(bins, low, high);
            requireRows(bins, sums.length);
            if (squares.length != sums.length) {
                throw new IllegalArgumentException(
                        "sums and squares must be of one length, got "
                                + sums.length
                                + " and "
                                + squares.length);
            }
        }

        @Override
        public int channels() {
            return sums.length / (bins + 2);
        }

        @Override
        public void copy(int channel, double[] content, double[] variance) {
            int first = channel * (bins + 2) + 1;
            System.arraycopy(sums, first, content, 0, bins);
            System.arraycopy(squares, first, variance, 0, bins);
        }

        @Override
        public boolean hasOutside(int channel) {
            int first = channel * (bins + 2);
            return sums[first] != 0 || sums[first + bins + 1] != 0;
        }
    }

    private static void requireAxis(int bins, double low, double high) {
        if (bins < 1 || !(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a histogram has 1 or more bins between low < high, got %d, [%s, %s)",
                            bins,
                            low,
                            high));
        }
    }

    private static void requireRows(int bins, int values) {
        if (values % (bins + 2) != 0) {
            throw new IllegalArgumentException(
                    bins + " bins with underflow and overflow do not divide " + values + " values");
        }
    }
}
