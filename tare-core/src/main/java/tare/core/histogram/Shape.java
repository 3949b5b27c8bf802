package tare.core.histogram;

/// Skewness and kurtosis of the bins in a range, and their errors for a normal distribution.
///
/// The moments are taken from bin centres, about the mean and in units of the standard deviation
/// of the [Statistics]; NaN or infinite where that standard deviation is 0. A normal distribution
/// has kurtosis 0. Source: ROOT, `TH1::GetSkewness`, `TH1::GetKurtosis`.
///
/// @param effectiveEntries of the statistics, from which the errors follow
public record Shape(double skewness, double kurtosis, double effectiveEntries) {

    /// @param contents by bin of the axis, underflow first
    static Shape of(Axis axis, double[] contents, BinRange range, Statistics statistics) {
        double sum = 0;
        double cubes = 0;
        double fourths = 0;
        for (int bin = range.first(); bin < range.end(); bin++) {
            double t = axis.centre(bin) - statistics.mean();
            sum += contents[bin];
            cubes += contents[bin] * t * t * t;
            fourths += contents[bin] * t * t * t * t;
        }
        double variance = statistics.standardDeviation() * statistics.standardDeviation();
        return new Shape(
                cubes / (sum * variance * statistics.standardDeviation()),
                fourths / (sum * variance * variance) - 3,
                statistics.effectiveEntries());
    }

    public double skewnessError() {
        return effectiveEntries > 0 ? Math.sqrt(6 / effectiveEntries) : 0;
    }

    public double kurtosisError() {
        return effectiveEntries > 0 ? Math.sqrt(24 / effectiveEntries) : 0;
    }
}
