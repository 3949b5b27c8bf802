package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.doubles;
import static tare.calibrate.accumulate.PartialSums.longs;
import static tare.calibrate.accumulate.PartialSums.real;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
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
public final class Sums implements Accumulator<Sums>, SampleSink {
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
                            new FieldDefinition("batch_left", "1", FieldType.I32),
                            counter("nan"),
                            counter("too_large")));

    /// Largest size of a sample.
    public static final double MAX_SIZE = 0x1p400;

    /// Samples so near to the pivot take the short way. Doubles around [#MAX_SIZE] lie farther
    /// apart than this, so the short way lets none beyond it pass.
    private static final double NEAR = 0x1p300;

    private static final int MIN_BATCH = 16;
    private static final int MAX_BATCH = 1 << 16;

    /// NaN until the first sample.
    private final double[] pivot;

    private final double[] batchSum;
    private final double[] batchSquares;

    /// Samples until the batch is full.
    private final int[] batchLeft;

    private final FoldedSums folded;
    private final long[] nan;
    private final long[] tooLarge;

    public Sums(int channels) {
        pivot = new double[PartialSums.requireChannels(channels)];
        batchSum = new double[channels];
        batchSquares = new double[channels];
        batchLeft = new int[channels];
        folded = new FoldedSums(channels);
        nan = new long[channels];
        tooLarge = new long[channels];
        Arrays.fill(pivot, Double.NaN);
        Arrays.fill(batchLeft, MIN_BATCH);
    }

    private Sums(Bank bank) {
        pivot = doubles(bank, "pivot");
        batchSum = doubles(bank, "batch_sum");
        batchSquares = doubles(bank, "batch_squares");
        batchLeft = bank.column("batch_left").toIntArray();
        folded = new FoldedSums(bank);
        nan = longs(bank, "nan");
        tooLarge = longs(bank, "too_large");
    }

    /// @throws IndexOutOfBoundsException if there is no such channel
    @Override
    public void add(int channel, double value) {
        double d = value - pivot[channel];
        if (!(Math.abs(d) < NEAR)) {
            addFar(channel, value);
            return;
        }
        batchSum[channel] += d;
        batchSquares[channel] += d * d;
        if (--batchLeft[channel] == 0) fold(channel, value);
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

    private void addFar(int channel, double value) {
        if (Double.isNaN(value)) {
            nan[channel]++;
        } else if (Math.abs(value) > MAX_SIZE) {
            tooLarge[channel]++;
        } else {
            if (Double.isNaN(pivot[channel])) pivot[channel] = value;
            double d = value - pivot[channel];
            batchSum[channel] += d;
            batchSquares[channel] += d * d;
            if (--batchLeft[channel] == 0) fold(channel, value);
        }
    }

    private void fold(int channel, double sample) {
        settle(channel, pivot[channel], all(channel), sample);
    }

    /// Keeps sums about a pivot, or about a sample that lies clearly nearer to their mean.
    private void settle(int channel, double from, Deviations all, double sample) {
        double distance = all.meanDistance();
        boolean isNearer = 2 * Math.abs(sample - from - distance) < Math.abs(distance);
        pivot[channel] = isNearer ? sample : from;
        folded.set(channel, isNearer ? all.about(Twofold.difference(sample, from)) : all);
        batchSum[channel] = 0;
        batchSquares[channel] = 0;
        batchLeft[channel] = batchLength(all.n());
    }

    /// A batch as long as all before it: the pivot is checked whenever the samples have doubled.
    private static int batchLength(long n) {
        return Math.clamp(n, MIN_BATCH, MAX_BATCH);
    }

    /// Folded sums and the batch that is not.
    private Deviations all(int channel) {
        Deviations before = folded.get(channel);
        int n = batchLength(before.n()) - batchLeft[channel];
        return before.plus(
                new Deviations(
                        n,
                        Twofold.of(batchSum[channel]),
                        Twofold.of(batchSquares[channel])));
    }

    @Override
    public int channels() {
        return pivot.length;
    }

    @Override
    public long count(int channel) {
        long before = folded.count(channel);
        return before + batchLength(before) - batchLeft[channel];
    }

    /// Mean of the samples; NaN if there are none.
    public double mean(int channel) {
        return all(channel).mean(pivot[channel]);
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
    public void merge(Sums other) {
        PartialSums.requireSameChannels(channels(), other.channels());
        for (int channel = 0; channel < pivot.length; channel++) {
            if (other.count(channel) > 0) merge(channel, other);
        }
        PartialSums.add(nan, other.nan);
        PartialSums.add(tooLarge, other.tooLarge);
    }

    private void merge(int channel, Sums other) {
        double theirs = other.pivot[channel];
        double ours = Double.isNaN(pivot[channel]) ? theirs : pivot[channel];
        Deviations added = other.all(channel).about(Twofold.difference(ours, theirs));
        settle(channel, ours, all(channel).plus(added), theirs);
    }

    @Override
    public void clear() {
        Arrays.fill(pivot, Double.NaN);
        Arrays.fill(batchSum, 0);
        Arrays.fill(batchSquares, 0);
        Arrays.fill(batchLeft, MIN_BATCH);
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
        List<Column> columns =
                List.of(
                        Column.of(pivot.clone()),
                        folded.columns().get(0),
                        folded.columns().get(1),
                        folded.columns().get(2),
                        folded.columns().get(3),
                        folded.columns().get(4),
                        Column.of(batchSum.clone()),
                        Column.of(batchSquares.clone()),
                        Column.of(batchLeft.clone()),
                        Column.of(nan.clone()),
                        Column.of(tooLarge.clone()));
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
