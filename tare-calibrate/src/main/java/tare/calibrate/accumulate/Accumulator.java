package tare.calibrate.accumulate;

import tare.calibrate.fit.FitInput;
import tare.core.bank.Bank;
import tare.core.channel.FitStatus;
import tare.core.journal.Journal;

/// What remains of any number of samples, for channels `0 .. channels() - 1`.
///
/// Accumulators are the only thing in a calibration that changes. No counter can wrap: counts are
/// 64 bits wide. A sample that cannot be used is counted, never lost in silence. One writer at a
/// time; threads fill one each and merge.
///
/// @param <A> the accumulator itself
/// @param <I> what fits read of it
public sealed interface Accumulator<A extends Accumulator<A, I>, I extends FitInput>
        permits EfficiencyCounters,
                Sums,
                HistogramCounters,
                WeightedHistogramCounters,
                ScatterPoints {
    int channels();

    /// Samples that count.
    ///
    /// @throws IndexOutOfBoundsException if there is no such channel
    long count(int channel);

    /// Samples that were turned away, for whatever reason; each accumulator says for which.
    ///
    /// @throws IndexOutOfBoundsException if there is no such channel
    long refused(int channel);

    /// What fits read. Columns may be the accumulator's own: use them before it changes again.
    I columns();

    /// What a fit cannot see in the columns: that samples came, but none could be used, or that
    /// some found no room.
    default FitStatus status(int channel) {
        if (count(channel) > 0) return FitStatus.OK;
        return refused(channel) > 0 ? FitStatus.NON_FINITE_INPUT : FitStatus.NO_DATA;
    }

    /// Adds what another one holds, as if all its samples had been added here after our own; the
    /// other stays as it is.
    ///
    /// @throws IllegalArgumentException if it has another shape, saying in what
    void merge(A other);

    /// Forgets everything.
    void clear();

    /// An empty one of the same shape, for another thread or slot of time.
    A empty();

    /// All that is in it, with origin [tare.core.bank.Origin#PARTIAL_SUMS]; the accumulator's
    /// `fromBank` gives one that goes on to the bit as if it had never been interrupted.
    ///
    /// @param channels who the channels are, in dense order
    /// @throws IllegalArgumentException if they are more or fewer
    Bank toBank(ChannelSet channels, Journal journal);
}
