package tare.calibrate.accumulate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Layouts;
import tare.core.bank.Scalar;
import tare.core.histogram.Axis;

/// The bins that all channels of an accumulator share, as header and layout of a bank hold them.
final class HistogramBins {
    private static final int MAX_BINS = FieldDefinition.MAX_LENGTH - 2;

    private HistogramBins() {}

    static Axis axis(int bins, double low, double high) {
        if (bins > MAX_BINS) {
            throw new IllegalArgumentException(
                    "a channel has 1 to " + MAX_BINS + " bins, got " + bins);
        }
        return Axis.uniform(bins, low, high);
    }

    /// The axis of partial sums with one value per bin in their first field.
    static Axis axis(Bank bank) {
        int bins = bank.layout().fields().getFirst().length() - 2;
        return axis(
                bins, PartialSums.real(bank, Layouts.LOW), PartialSums.real(bank, Layouts.HIGH));
    }

    static FieldDefinition field(String name, FieldType type, Axis axis) {
        return new FieldDefinition(name, "1", type, axis.bins() + 2);
    }

    static SortedMap<String, Scalar> limits(Axis axis) {
        return new TreeMap<>(
                Map.of(
                        Layouts.LOW, Scalar.of(axis.min()),
                        Layouts.HIGH, Scalar.of(axis.max())));
    }

    static void requireSame(Axis here, Axis there) {
        var difference = here.differenceFrom(there);
        if (difference.isPresent()) {
            throw new IllegalArgumentException("cannot merge histograms: " + difference.get());
        }
    }
}
