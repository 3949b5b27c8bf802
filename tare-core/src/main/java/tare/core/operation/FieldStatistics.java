package tare.core.operation;

import java.util.Arrays;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;

/// What the values of one field look like over all channels, robustly: nothing is changed.
///
/// With no finite value all numbers but the counts are NaN.
///
/// @param count finite values
/// @param nonFinite NaN and infinite values
/// @param rms about the mean, with 1/n
/// @param mad median of the absolute deviations from the median; 1.4826 times it is the σ of a
///     Gaussian
public record FieldStatistics(
        int count,
        int nonFinite,
        double min,
        double max,
        double mean,
        double rms,
        double median,
        double mad) {
    /// σ of a Gaussian over its MAD: 1/Φ⁻¹(3/4).
    public static final double SIGMA_PER_MAD = 1.482602218505602;

    /// @throws IllegalArgumentException if the layout has no such field
    public static FieldStatistics of(Bank bank, String field) {
        double[] all = bank.column(field).toDoubleArray();
        double[] sorted = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
        int n = sorted.length;
        double mean = mean(sorted);
        double median = median(sorted);
        return new FieldStatistics(
                n,
                all.length - n,
                n == 0 ? Double.NaN : sorted[0],
                n == 0 ? Double.NaN : sorted[n - 1],
                mean,
                rms(sorted, mean),
                median,
                deviation(sorted, median));
    }

    /// The distribution of a field's values; its unit is that of the field.
    ///
    /// @throws IllegalArgumentException if the layout has no such field
    public static Histogram1D histogram(Bank bank, String field, Axis axis) {
        FieldDefinition definition = bank.layout().fields().get(bank.layout().index(field));
        var histogram = new Histogram1D(axis.labelled(field, definition.unit()));
        histogram.fill(bank.column(field).toDoubleArray());
        return histogram;
    }

    /// Dense indexes of channels with a value further than `k` robust σ from the median, or not
    /// finite.
    ///
    /// @throws IllegalArgumentException if the layout has no such field
    public static int[] outliers(Bank bank, String field, double k) {
        FieldStatistics statistics = of(bank, field);
        double limit = k * SIGMA_PER_MAD * statistics.mad;
        double[] values = bank.column(field).toDoubleArray();
        int length = bank.layout().fields().get(bank.layout().index(field)).length();
        return IntStream.range(0, values.length)
                .filter(i -> !(Math.abs(values[i] - statistics.median) <= limit))
                .map(i -> i / length)
                .distinct()
                .toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    static double rms(double[] values, double mean) {
        double squares = 0;
        for (double value : values) squares += (value - mean) * (value - mean);
        return Math.sqrt(squares / values.length);
    }

    static double median(double[] sorted) {
        int n = sorted.length;
        if (n == 0) return Double.NaN;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double deviation(double[] sorted, double median) {
        return median(
                Arrays.stream(sorted).map(value -> Math.abs(value - median)).sorted().toArray());
    }
}
