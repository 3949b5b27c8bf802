package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.longs;
import static tare.calibrate.accumulate.PartialSums.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final OpenBatches open;
    private final FoldedSums folded;
    private final long[] nan;
    private final long[] tooLarge;

    public Sums(int channels) {
        open = new OpenBatches(channels);
        folded = new FoldedSums(channels);
        nan = new long[channels];
        tooLarge = new long[channels];
    }

    private Sums(Bank bank) {
        open = new OpenBatches(bank);
        folded = new FoldedSums(bank);
        nan = longs(bank, "nan");
        tooLarge = longs(bank, "too_large");
    }

    /// @throws IndexOutOfBoundsException if there is no such channel
    @Override
    public void add(int channel, double value) {
        int at = open.at(channel);
        double d = value - open.pivotAt(at);
        if (!(Math.abs(d) < NEAR)) addFar(channel, value);
        else if (open.add(at, d)) fold(channel, value);
    }

    private void addFar(int channel, double value) {
        if (Double.isNaN(value)) {
            nan[channel]++;
        } else if (Math.abs(value) > MAX_SIZE) {
            tooLarge[channel]++;
        } else {
            if (Double.isNaN(open.pivot(channel))) open.begin(channel, value, 0);
            double d = value - open.pivot(channel);
            if (open.add(open.at(channel), d)) fold(channel, value);
        }
    }

    private void fold(int channel, double sample) {
        settle(channel, open.pivot(channel), all(channel), sample);
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
            open.begin(channel, sample, all.n());
        } else {
            folded.set(channel, all);
            open.begin(channel, from, all.n());
        }
    }

    /// Folded sums and the batch that is not.
    private Deviations all(int channel) {
        return folded.get(channel).plus(open.sums(channel, folded.count(channel)));
    }

    @Override
    public int channels() {
        return nan.length;
    }

    @Override
    public long count(int channel) {
        long before = folded.count(channel);
        return before + open.count(channel, before);
    }

    /// Mean of the samples; NaN if there are none.
    public double mean(int channel) {
        return all(channel).mean(open.pivot(channel));
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
        double theirs = other.open.pivot(channel);
        double own = open.pivot(channel);
        double ours = Double.isNaN(own) ? theirs : own;
        Deviations added = other.all(channel).about(Twofold.difference(ours, theirs));
        settle(channel, ours, all(channel).plus(added), theirs);
    }

    @Override
    public void clear() {
        open.clear();
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
        columns.add(open.pivots());
        columns.addAll(folded.columns());
        columns.add(open.sums());
        columns.add(open.squares());
        columns.add(open.left());
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
