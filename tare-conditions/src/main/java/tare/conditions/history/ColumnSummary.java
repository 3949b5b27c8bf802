package tare.conditions.history;

import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;

/// One field of a bank in numbers, in the field's unit.
///
/// @param finite number of finite values; the other figures are of these, NaN if there are none
/// @param rms root mean square deviation from the mean, divisor n
public record ColumnSummary(
        FieldDefinition field, int finite, double min, double max, double mean, double rms) {
    public static ColumnSummary of(FieldDefinition field, Column column) {
        int n = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < column.size(); i++) {
            double value = column.value(i);
            if (!Double.isFinite(value)) continue;
            n++;
            // Welford's update: no cancellation for large means of small spread.
            double delta = value - mean;
            mean += delta / n;
            squares += delta * (value - mean);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return n == 0
                ? new ColumnSummary(field, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                : new ColumnSummary(field, n, min, max, mean, Math.sqrt(squares / n));
    }
}
