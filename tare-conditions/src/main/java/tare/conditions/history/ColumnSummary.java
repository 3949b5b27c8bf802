package tare.conditions.history;

import java.util.BitSet;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;

/// One field of a bank in numbers, in the field's unit.
///
/// @param finite number of finite values; the other figures are of these, NaN if there are none
/// @param rms root mean square deviation from the mean, divisor n
public record ColumnSummary(
        FieldDefinition field, int finite, double min, double max, double mean, double rms) {
    /// Of all channels.
    public static ColumnSummary of(FieldDefinition field, Column column) {
        var all = new BitSet();
        all.set(0, column.size() / field.length());
        return of(field, column, all);
    }

    /// @param chosen the channels that count, with all their values
    static ColumnSummary of(FieldDefinition field, Column column, BitSet chosen) {
        int n = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        int length = field.length();
        for (int at = 0; at < column.size(); at++) {
            double value = column.value(at);
            if (!chosen.get(at / length) || !Double.isFinite(value)) continue;
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
