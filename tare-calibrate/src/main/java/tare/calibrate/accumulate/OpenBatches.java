package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.doubles;

import java.util.Arrays;
import java.util.Objects;
import tare.core.bank.Bank;
import tare.core.bank.Column;

/// The batch of each channel that is being added to: pivot, Σd and Σd² as plain sums, and the
/// samples until it is full.
///
/// A sample needs all four numbers of its channel, so they share a cache line.
final class OpenBatches {
    private static final int PIVOT = 0;
    private static final int SUM = 1;
    private static final int SQUARES = 2;
    private static final int LEFT = 3;
    private static final int STRIDE = 4;

    /// Short enough for a pivot anywhere among the samples to cost three digits at most, long
    /// enough for the end of a batch to stay out of the compiled loop.
    private static final int MIN_LENGTH = 256;

    private static final int MAX_LENGTH = 1 << 16;

    private final int channels;
    private final double[] cells;

    OpenBatches(int channels) {
        this.channels = channels;
        cells = new double[PartialSums.cells(channels, STRIDE)];
        clear();
    }

    OpenBatches(Bank bank) {
        channels = bank.size();
        cells = new double[PartialSums.cells(bank.size(), STRIDE)];
        load(PIVOT, doubles(bank, "pivot"));
        load(SUM, doubles(bank, "batch_sum"));
        load(SQUARES, doubles(bank, "batch_squares"));
        load(LEFT, doubles(bank, "batch_left"));
    }

    private void load(int position, double[] values) {
        for (int i = 0; i < values.length; i++) cells[i * STRIDE + position] = values[i];
    }

    /// A batch as long as all before it, within limits: the pivot is checked whenever the samples
    /// have doubled.
    private static int length(long before) {
        return Math.clamp(before, MIN_LENGTH, MAX_LENGTH);
    }

    /// NaN before the first sample.
    double pivot(int channel) {
        return cells[channel * STRIDE + PIVOT];
    }

    /// Where a channel's numbers begin, for [#add].
    ///
    /// @throws IndexOutOfBoundsException if there is no such channel
    int at(int channel) {
        return Objects.checkIndex(channel, channels) * STRIDE;
    }

    double pivotAt(int at) {
        return cells[at + PIVOT];
    }

    /// Adds a deviation from the pivot.
    ///
    /// @return whether the batch is full now
    boolean add(int at, double d) {
        cells[at + SUM] += d;
        cells[at + SQUARES] += d * d;
        double left = cells[at + LEFT] - 1;
        cells[at + LEFT] = left;
        return left == 0;
    }

    /// Begins an empty batch.
    ///
    /// @param before samples of the channel so far
    void begin(int channel, double pivot, long before) {
        int at = channel * STRIDE;
        cells[at + PIVOT] = pivot;
        cells[at + SUM] = 0;
        cells[at + SQUARES] = 0;
        cells[at + LEFT] = length(before);
    }

    /// Samples in the batch.
    ///
    /// @param before samples of the channel when it began
    int count(int channel, long before) {
        return length(before) - (int) cells[channel * STRIDE + LEFT];
    }

    /// What is in the batch.
    ///
    /// @param before samples of the channel when it began
    Deviations sums(int channel, long before) {
        int at = channel * STRIDE;
        return new Deviations(
                count(channel, before),
                Twofold.of(cells[at + SUM]),
                Twofold.of(cells[at + SQUARES]));
    }

    void clear() {
        for (int i = 0; i < channels; i++) begin(i, Double.NaN, 0);
    }

    Column pivots() {
        return column(PIVOT);
    }

    Column sums() {
        return column(SUM);
    }

    Column squares() {
        return column(SQUARES);
    }

    /// Samples until each is full.
    Column left() {
        return column(LEFT);
    }

    private Column column(int position) {
        double[] values = new double[channels];
        Arrays.setAll(values, i -> cells[i * STRIDE + position]);
        return Column.of(values);
    }
}
