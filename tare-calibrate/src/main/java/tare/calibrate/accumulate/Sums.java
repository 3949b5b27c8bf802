package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.doubles;
import static tare.calibrate.accumulate.PartialSums.longs;
import static tare.calibrate.accumulate.PartialSums.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import tare.calibrate.fit.SumColumns;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.digi.SampleSink;
import tare.core.journal.Journal;

/// Number, mean and spread of the samples of each channel, without cancellation.
///
/// A channel sums n, Σd and Σd² of the deviations d = x − pivot; its first sample is its pivot.
/// Plain sums of up to 65,536 samples (fewer in the beginning) are a batch, which is then folded
/// into sums of twofold precision. On that occasion the pivot moves to the sample at hand if that
/// lies clearly nearer to the mean, so a first sample far off costs no digits for long. A pivot is
/// a sample, so integers stay integers and their sums exact: mean and rms of ADC counts are the
/// same to the bit in whatever order and number of parts they were added. Those of other numbers
/// agree to some 1e-13.
///
/// NaN is refused and counted, and so is everything beyond ±2^400, infinity included. Spreads below
/// 1e-150 read as 0. Source of the formulas: T. F. Chan, G. H. Golub, R. J. LeVeque, The American
/// Statistician 37 (1983) 242 (shifted data).
public final class Sums implements Accumulator<Sums, SumColumns>, SampleSink {
    static final BankLayout LAYOUT =
            new BankLayout(
                    "partial-sums",
                    1,
                    List.of(
                            real("pivot"),
                            counter("n"),
                            real("sum_high"),
                            real("sum_low"),
                            real("squares_high"),
                            real("squares_low"),
                            real("batch_sum"),
                            real("batch_squares"),
                            real("batch_left"),
                            counter("nan"),
                            counter("too_large")));

    /// Largest size of a sample.
    public static final double MAX_SIZE = 0x1p400;

    /// Samples so near to the pivot take the short way. Doubles around [#MAX_SIZE] lie farther
    /// apart than this, so the short way lets none beyond it pass.
    private static final double NEAR = 0x1p300;

    private static final int MIN_BATCH = 16;
    private static final int MAX_BATCH = 1 << 16;

    // A sample needs all four numbers of its channel, so they share a cache line.
    private static final int PIVOT = 0;
    private static final int SUM = 1;
    private static final int SQUARES = 2;
    private static final int LEFT = 3;
    private static final int STRIDE = 4;

    /// `[channel]` pivot (NaN until the first sample), Σd, Σd² of the batch, samples until it is
    /// full.
    private final double[] open;

    private final FoldedSums folded;
    private final long[] nan;
    private final long[] tooLarge;

    public Sums(int channels) {
        open = new double[PartialSums.cells(channels, STRIDE)];
        folded = new FoldedSums(channels);
        nan = new long[channels];
        tooLarge = new long[channels];
        for (int channel = 0; channel < channels; channel++) reopen(channel, Double.NaN, 0);
    }

    private Sums(Bank bank) {
        this(bank.size(), new FoldedSums(bank), longs(bank, "nan"), longs(bank, "too_large"));
        column(PIVOT, doubles(bank, "pivot"));
        column(SUM, doubles(bank, "batch_sum"));
        column(SQUARES, doubles(bank, "batch_squares"));
        column(LEFT, doubles(bank, "batch_left"));
    }

    private Sums(int channels, FoldedSums folded, long[] nan, long[] tooLarge) {
        open = new double[PartialSums.cells(channels, STRIDE)];
        this.folded = folded;
        this.nan = nan;
        this.tooLarge = tooLarge;
    }

    private void column(int position, double[] values) {
        for (int i = 0; i < values.length; i++) open[i * STRIDE + position] = values[i];
    }

    private Column column(int position) {
        double[] values = new double[channels()];
        Arrays.setAll(values, i -> open[i * STRIDE + position]);
        return Column.of(values);
    }

    /// @throws IndexOutOfBoundsException if there is no such channel
    @Override
    public void add(int channel, double value) {
        int at = Objects.checkIndex(channel, nan.length) * STRIDE;
        double d = value - open[at + PIVOT];
        if (Math.abs(d) < NEAR) addNear(channel, at, d, value);
        else addFar(channel, at, value);
    }

    private void addNear(int channel, int at, double d, double value) {
        open[at + SUM] += d;
        open[at + SQUARES] += d * d;
        double left = open[at + LEFT] - 1;
        open[at + LEFT] = left;
        if (left == 0) settle(channel, open[at + PIVOT], all(channel), value);
    }

    private void addFar(int channel, int at, double value) {
        if (Double.isNaN(value)) {
            nan[channel]++;
        } else if (Math.abs(value) > MAX_SIZE) {
            tooLarge[channel]++;
        } else {
            if (Double.isNaN(open[at + PIVOT])) open[at + PIVOT] = value;
            addNear(channel, at, value - open[at + PIVOT], value);
        }
    }

    /// Adds one sample of every channel.
    ///
    /// @throws IllegalArgumentException unless there is exactly one
    public void addAll(double[] values) {
        if (values.length != channels()) {
            throw new IllegalArgumentException(
                    values.length + " samples for " + channels() + " channels");
        }
        for (int channel = 0; channel < values.length; channel++) add(channel, values[channel]);
    }

    /// Keeps sums about a pivot, or about a sample that lies clearly nearer to their mean.
    private void settle(int channel, double from, Deviations all, double sample) {
        double distance = all.meanDistance();
        if (2 * Math.abs(sample - from - distance) < Math.abs(distance)) {
            folded.set(channel, all.about(Twofold.difference(sample, from)));
            reopen(channel, sample, all.n());
        } else {
            folded.set(channel, all);
            reopen(channel, from, all.n());
        }
    }

    private void reopen(int channel, double pivot, long n) {
        int at = channel * STRIDE;
        open[at + PIVOT] = pivot;
        open[at + SUM] = 0;
        open[at + SQUARES] = 0;
        open[at + LEFT] = batchLength(n);
    }

    /// A batch as long as all before it: the pivot is checked whenever the samples have doubled.
    private static int batchLength(long n) {
        return Math.clamp(n, MIN_BATCH, MAX_BATCH);
    }

    /// Samples of the batch, which are not folded yet.
    private int batched(int channel) {
        return batchLength(folded.count(channel)) - (int) open[channel * STRIDE + LEFT];
    }

    private Deviations all(int channel) {
        int at = channel * STRIDE;
        return folded.get(channel)
                .plus(
                        new Deviations(
                                batched(channel),
                                Twofold.of(open[at + SUM]),
                                Twofold.of(open[at + SQUARES])));
    }

    @Override
    public int channels() {
        return nan.length;
    }

    @Override
    public long count(int channel) {
        return folded.count(channel) + batched(channel);
    }

    /// Mean of the samples; NaN if there are none.
    public double mean(int channel) {
        return all(channel).mean(open[channel * STRIDE + PIVOT]);
    }

    /// Σ (x − mean)², from which variances follow; 0 if there are no samples.
    public double squaredDeviations(int channel) {
        return all(channel).squaredDeviations();
    }

    @Override
    public long refused(int channel) {
        return nan[channel] + tooLarge[channel];
    }

    /// Samples that were NaN.
    public long nan(int channel) {
        return nan[channel];
    }

    /// Samples beyond ±[#MAX_SIZE], infinity included.
    public long tooLarge(int channel) {
        return tooLarge[channel];
    }

    @Override
    public SumColumns columns() {
        double[] mean = new double[channels()];
        double[] squares = new double[mean.length];
        long[] n = new long[mean.length];
        for (int channel = 0; channel < mean.length; channel++) {
            n[channel] = count(channel);
            mean[channel] = mean(channel);
            squares[channel] = squaredDeviations(channel);
        }
        return new SumColumns(n, mean, squares);
    }

    @Override
    public void merge(Sums other) {
        PartialSums.requireSameChannels(channels(), other.channels());
        for (int channel = 0; channel < channels(); channel++) {
            if (other.count(channel) > 0) merge(channel, other);
        }
        PartialSums.add(nan, other.nan);
        PartialSums.add(tooLarge, other.tooLarge);
    }

    private void merge(int channel, Sums other) {
        double theirs = other.open[channel * STRIDE + PIVOT];
        double own = open[channel * STRIDE + PIVOT];
        double ours = Double.isNaN(own) ? theirs : own;
        Deviations added = other.all(channel).about(Twofold.difference(ours, theirs));
        settle(channel, ours, all(channel).plus(added), theirs);
    }

    @Override
    public void clear() {
        for (int channel = 0; channel < channels(); channel++) reopen(channel, Double.NaN, 0);
        folded.clear();
        Arrays.fill(nan, 0);
        Arrays.fill(tooLarge, 0);
    }

    @Override
    public Sums empty() {
        return new Sums(channels());
    }

    @Override
    public Bank toBank(ChannelSet channels, Journal journal) {
        var columns = new ArrayList<Column>();
        columns.add(column(PIVOT));
        columns.addAll(folded.columns());
        columns.add(column(SUM));
        columns.add(column(SQUARES));
        columns.add(column(LEFT));
        columns.add(Column.of(nan.clone()));
        columns.add(Column.of(tooLarge.clone()));
        return PartialSums.write(LAYOUT, new TreeMap<>(), channels, columns, channels(), journal);
    }

    /// The accumulator that [#toBank] wrote.
    ///
    /// @throws IllegalArgumentException if the bank holds other partial sums, or constants
    public static Sums fromBank(Bank bank) {
        PartialSums.require(bank, LAYOUT);
        return new Sums(bank);
    }
}
