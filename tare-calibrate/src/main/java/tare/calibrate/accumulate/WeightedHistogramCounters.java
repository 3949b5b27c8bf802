package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.doubles;
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

/// A histogram of weights for each channel, all with the same bins: Σw and Σw² by bin.
///
/// Bins are those of [HistogramCounters]. A weight that is NaN or beyond ±[Sums#MAX_SIZE] would
/// spoil its bin for good; the sample is refused and counted. Parts merge to the bit where weights
/// are multiples of a power of two (halves, say), elsewhere to the rounding of a sum.
public final class WeightedHistogramCounters
        implements Accumulator<WeightedHistogramCounters, HistogramColumns>, SampleSink {
    private final Axis axis;
    private final int stride;

    /// `[channel][bin]`
    private final double[] sums;

    private final double[] squares;
    private final long[] entries;
    private final long[] nan;
    private final long[] badWeights;

    /// @param bins in range, 1 to 65,534
    /// @param low where the first begins
    /// @param high where the last ends
    public WeightedHistogramCounters(int channels, int bins, double low, double high) {
        axis = HistogramBins.axis(bins, low, high);
        stride = bins + 2;
        sums = new double[PartialSums.cells(channels, stride)];
        squares = new double[sums.length];
        entries = new long[channels];
        nan = new long[channels];
        badWeights = new long[channels];
    }

    private WeightedHistogramCounters(Bank bank) {
        axis = HistogramBins.axis(bank);
        stride = axis.bins() + 2;
        sums = doubles(bank, "sums");
        squares = doubles(bank, "squares");
        entries = longs(bank, "entries");
        nan = longs(bank, "nan");
        badWeights = longs(bank, "bad_weights");
    }

    /// Adds a sample of weight 1.
    @Override
    public void add(int channel, double value) {
        add(channel, value, 1);
    }

    /// @throws IndexOutOfBoundsException if there is no such channel
    public void add(int channel, double value, double weight) {
        if (!(Math.abs(weight) <= Sums.MAX_SIZE)) {
            badWeights[channel]++;
            return;
        }
        int at = Objects.checkIndex(channel, nan.length) * stride + axis.bin(value);
        sums[at] += weight;
        squares[at] += weight * weight;
        entries[channel]++;
        if (Double.isNaN(value)) nan[channel]++;
    }

    public Axis axis() {
        return axis;
    }

    /// Σw of a bin, from 0 (underflow) to `bins` + 1 (overflow, with NaN).
    ///
    /// @throws IndexOutOfBoundsException if there is no such channel or bin
    public double sum(int channel, int bin) {
        return sums[at(channel, bin)];
    }

    /// Σw² of a bin, its squared error.
    ///
    /// @throws IndexOutOfBoundsException if there is no such channel or bin
    public double squares(int channel, int bin) {
        return squares[at(channel, bin)];
    }

    private int at(int channel, int bin) {
        return Objects.checkIndex(channel, nan.length) * stride + Objects.checkIndex(bin, stride);
    }

    /// Entries in and out of range, without NaN.
    @Override
    public long count(int channel) {
        return entries[channel] - nan[channel];
    }

    /// Samples that were NaN, or whose weight was unusable.
    @Override
    public long refused(int channel) {
        return nan[channel] + badWeights[channel];
    }

    @Override
    public int channels() {
        return nan.length;
    }

    @Override
    public HistogramColumns columns() {
        return new HistogramColumns.Weighted(axis.bins(), axis.min(), axis.max(), sums, squares);
    }

    @Override
    public void merge(WeightedHistogramCounters other) {
        PartialSums.requireSameChannels(channels(), other.channels());
        HistogramBins.requireSame(axis, other.axis);
        for (int i = 0; i < sums.length; i++) sums[i] += other.sums[i];
        for (int i = 0; i < squares.length; i++) squares[i] += other.squares[i];
        PartialSums.add(entries, other.entries);
        PartialSums.add(nan, other.nan);
        PartialSums.add(badWeights, other.badWeights);
    }

    @Override
    public void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(entries, 0);
        Arrays.fill(nan, 0);
        Arrays.fill(badWeights, 0);
    }

    @Override
    public WeightedHistogramCounters empty() {
        return new WeightedHistogramCounters(channels(), axis.bins(), axis.min(), axis.max());
    }

    private static BankLayout layout(Axis axis) {
        return new BankLayout(
                "partial-whist",
                1,
                List.of(
                        HistogramBins.field("sums", FieldType.F64, axis),
                        HistogramBins.field("squares", FieldType.F64, axis),
                        counter("entries"),
                        counter("nan"),
                        counter("bad_weights")));
    }

    @Override
    public Bank toBank(ChannelSet channels, Journal journal) {
        var columns =
                List.of(
                        Column.of(sums.clone()),
                        Column.of(squares.clone()),
                        Column.of(entries.clone()),
                        Column.of(nan.clone()),
                        Column.of(badWeights.clone()));
        return PartialSums.write(
                layout(axis), HistogramBins.limits(axis), channels, columns, channels(), journal);
    }

    /// The accumulator that [#toBank] wrote.
    ///
    /// @throws IllegalArgumentException if the bank holds other partial sums, or constants
    public static WeightedHistogramCounters fromBank(Bank bank) {
        PartialSums.require(bank, "partial-whist");
        var counters = new WeightedHistogramCounters(bank);
        PartialSums.require(bank, layout(counters.axis));
        return counters;
    }
}
