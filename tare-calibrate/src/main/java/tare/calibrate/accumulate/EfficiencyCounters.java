package tare.calibrate.accumulate;

import static tare.calibrate.accumulate.PartialSums.counter;
import static tare.calibrate.accumulate.PartialSums.longs;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tare.calibrate.fit.PassColumns;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.digi.SampleSink;
import tare.core.journal.Journal;

/// How many stimuli of each channel were answered, of how many.
///
/// A sample is 1 for an answer and 0 for none; anything else is refused and counted.
public final class EfficiencyCounters
        implements Accumulator<EfficiencyCounters, PassColumns>, SampleSink {
    static final BankLayout LAYOUT =
            new BankLayout(
                    "partial-eff",
                    1,
                    List.of(counter("passed"), counter("total"), counter("refused")));

    private final long[] passed;
    private final long[] total;
    private final long[] refused;

    public EfficiencyCounters(int channels) {
        passed = new long[PartialSums.requireChannels(channels)];
        total = new long[channels];
        refused = new long[channels];
    }

    private EfficiencyCounters(Bank bank) {
        passed = longs(bank, "passed");
        total = longs(bank, "total");
        refused = longs(bank, "refused");
    }

    /// @param value 1 if the channel answered, 0 if it did not
    /// @throws IndexOutOfBoundsException if there is no such channel
    @Override
    public void add(int channel, double value) {
        if (value == 1) {
            passed[channel]++;
            total[channel]++;
        } else if (value == 0) {
            total[channel]++;
        } else {
            refused[channel]++;
        }
    }

    /// Adds stimuli that were counted elsewhere.
    ///
    /// @throws IllegalArgumentException unless 0 <= `answers` <= `stimuli`
    public void add(int channel, long answers, long stimuli) {
        if (answers < 0 || answers > stimuli) {
            throw new IllegalArgumentException(
                    "channel " + channel + ": " + answers + " answers to " + stimuli + " stimuli");
        }
        total[channel] = Math.addExact(total[channel], stimuli);
        passed[channel] += answers;
    }

    public long passed(int channel) {
        return passed[channel];
    }

    /// Answered or not.
    @Override
    public long count(int channel) {
        return total[channel];
    }

    /// Samples that were neither 0 nor 1.
    @Override
    public long refused(int channel) {
        return refused[channel];
    }

    @Override
    public int channels() {
        return passed.length;
    }

    @Override
    public PassColumns columns() {
        return new PassColumns(passed, total);
    }

    @Override
    public void merge(EfficiencyCounters other) {
        PartialSums.requireSameChannels(channels(), other.channels());
        PartialSums.add(passed, other.passed);
        PartialSums.add(total, other.total);
        PartialSums.add(refused, other.refused);
    }

    @Override
    public void clear() {
        Arrays.fill(passed, 0);
        Arrays.fill(total, 0);
        Arrays.fill(refused, 0);
    }

    @Override
    public EfficiencyCounters empty() {
        return new EfficiencyCounters(channels());
    }

    @Override
    public Bank toBank(ChannelSet channels, Journal journal) {
        var columns =
                List.of(
                        Column.of(passed.clone()),
                        Column.of(total.clone()),
                        Column.of(refused.clone()));
        return PartialSums.write(LAYOUT, new TreeMap<>(), channels, columns, channels(), journal);
    }

    /// The accumulator that [#toBank] wrote.
    ///
    /// @throws IllegalArgumentException if the bank holds other partial sums, or constants
    public static EfficiencyCounters fromBank(Bank bank) {
        PartialSums.require(bank, LAYOUT);
        return new EfficiencyCounters(bank);
    }
}
