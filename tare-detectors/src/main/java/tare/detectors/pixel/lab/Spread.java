package tare.detectors.pixel.lab;

/// Mean and root mean square deviation of some numbers; NaN of none.
///
/// @param n how many
public record Spread(long n, double mean, double rms) {
    /// Sums for a [Spread]; one writer.
    static final class Sum {
        private long n;
        private double mean;
        private double squares;

        /// Welford's update, which does not cancel.
        void add(double value) {
            n++;
            double before = value - mean;
            mean += before / n;
            squares += before * (value - mean);
        }

        Spread spread() {
            return n == 0
                    ? new Spread(0, Double.NaN, Double.NaN)
                    : new Spread(n, mean, Math.sqrt(squares / n));
        }
    }
}
