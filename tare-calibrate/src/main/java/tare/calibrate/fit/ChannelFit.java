package tare.calibrate.fit;

import java.util.ArrayList;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.work.Workers;

/// From accumulated data to constants, channel by channel.
///
/// A fit is a total function. Whatever numbers it is given, it ends after bounded work, throws
/// nothing, and says by a [tare.core.channel.FitStatus] in the channel's flag how it ended:
///
/// | status | quality | values |
/// | --- | --- | --- |
/// | ok | good | the result |
/// | at bound, poor chi2 | suspect | where the fit stood when it stopped |
/// | any other | bad | 0; counts of samples and degrees of freedom stay |
///
/// All values are finite. Input that is no measurement (NaN, infinite, a negative count, an error
/// that is not above 0) is "non-finite input". Other fields of the flag stay as they were.
///
/// No channel depends on another and no fit keeps anything from one call to the next, so the bits
/// of a result do not depend on how channels are divided among calls or threads.
///
/// @param <A> columns of accumulated data
public interface ChannelFit<A extends FitInput> {
    /// Layout of the results.
    BankLayout layout();

    /// Fits a range of channels. Scratch space is allocated per call, nothing per channel.
    ///
    /// @param fromChannel first channel, a dense index
    /// @param untilChannel one past the last
    /// @param results rows of the same index are written, nothing else is touched
    /// @throws IllegalArgumentException if the results have another layout or another number of
    /// channels than the input
    /// @throws IndexOutOfBoundsException if the range is not inside the input
    void fit(A input, int fromChannel, int untilChannel, BankBuilder results);

    /// Fits all channels, divided among workers.
    default void fit(A input, BankBuilder results, Workers workers) {
        record Range(int from, int until) {}
        var ranges = new ArrayList<Range>();
        int channels = input.channels();
        int step = ResultRows.rangeSize(channels, workers.threads());
        for (int from = 0; from < channels; from += step) {
            ranges.add(new Range(from, Math.min(channels, from + step)));
        }
        workers.run(ranges, range -> fit(input, range.from, range.until, results));
    }
}
