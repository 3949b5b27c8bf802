package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.longs;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tare.calibrate.fit.HistogramColumns;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldType;
import tare.core.digi.SampleSink;
import tare.core.histogram.Axis;
import tare.core.journal.Journal;

/// A histogram of whole counts for each channel, all with the same bins.
///
/// Bins are those of [Axis#uniform]: 0 is the underflow, `bins` + 1 the overflow, which takes NaN
/// too; NaN is counted besides. Rows of one channel are contiguous.
public final class HistogramCounters
        implements Accumulator<HistogramCounters, HistogramColumns>, SampleSink {
    private final Axis axis;
    private final int stride;

    /// `[channel][bin]`
    private final long[] counts;

    private final long[] nan;

    /// @param bins in range, 1 to 65,534
    /// @param low where the first begins
    /// @param high where the last ends
    public HistogramCounters(int channels, int bins, double low, double high) {
        axis = HistogramBins.axis(bins, low, high);
        stride = bins + 2;
        counts = new long[PartialSums.cells(channels, stride)];
        nan = new long[channels];
    }

    private HistogramCounters(Bank bank) {
        axis = HistogramBins.axis(bank);
        stride = axis.bins() + 2;
        counts = longs(bank, "counts");
        nan = longs(bank, "nan");
    }

    /// @throws IndexOutOfBoundsException if there is no such channel
    @Override
    public void add(int channel, double value) {
        counts[row(channel) + axis.bin(value)]++;
        if (Double.isNaN(value)) nan[channel]++;
    }

    public Axis axis() {
        return axis;
    }

    /// Entries of a bin, from 0 (underflow) to `bins` + 1 (overflow, with NaN).
    ///
    /// @throws IndexOutOfBoundsException if there is no such channel or bin
    public long count(int channel, int bin) {
        return counts[row(channel) + Objects.checkIndex(bin, stride)];
    }

    private int row(int channel) {
        return Objects.checkIndex(channel, nan.length) * stride;
    }

    /// Entries in and out of range, without NaN.
    @Override
    public long count(int channel) {
        long sum = -nan[channel];
        for (int at = row(channel), end = at + stride; at < end; at++) sum += counts[at];
        return sum;
    }

    /// Samples that were NaN.
    @Override
    public long refused(int channel) {
        return nan[channel];
    }

    @Override
    public int channels() {
        return nan.length;
    }

    @Override
    public HistogramColumns columns() {
        return new HistogramColumns.Counted(axis.bins(), axis.min(), axis.max(), counts);
    }

    @Override
    public void merge(HistogramCounters other) {
        PartialSums.requireSameChannels(channels(), other.channels());
        HistogramBins.requireSame(axis, other.axis);
        PartialSums.add(counts, other.counts);
        PartialSums.add(nan, other.nan);
    }

    @Override
    public void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(nan, 0);
    }

    @Override
    public HistogramCounters empty() {
        return new HistogramCounters(channels(), axis.bins(), axis.min(), axis.max());
    }

    private static BankLayout layout(Axis axis) {
        return new BankLayout(
                "partial-hist",
                1,
                List.of(HistogramBins.field("counts", FieldType.I64, axis), counter("nan")));
    }

    @Override
    public Bank toBank(ChannelSet channels, Journal journal) {
        var columns = List.of(Column.of(counts.clone()), Column.of(nan.clone()));
        return PartialSums.write(
                layout(axis), HistogramBins.limits(axis), channels, columns, channels(), journal);
    }

    /// The accumulator that [#toBank] wrote.
    ///
    /// @throws IllegalArgumentException if the bank holds other partial sums, or constants
    public static HistogramCounters fromBank(Bank bank) {
        PartialSums.require(bank, "partial-hist");
        var counters = new HistogramCounters(bank);
        PartialSums.require(bank, layout(counters.axis));
        return counters;
    }
}
