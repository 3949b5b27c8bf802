package tare.calibrate.slot;

import java.util.function.Function;
import tare.calibrate.accumulate.Accumulator;
import tare.calibrate.accumulate.ChannelSet;
import tare.core.bank.Bank;

/// The kind of accumulator that slots fill.
///
/// @param shape an accumulator of that kind, for more of the same shape; never filled
/// @param channels who its channels are
/// @param fromBank the accumulator's `fromBank`
public record SlotSums<A extends Accumulator<A, ?>>(
        A shape, ChannelSet channels, Function<Bank, A> fromBank) {
    public SlotSums {
        if (shape.channels() != channels.size()) {
            throw new IllegalArgumentException(
                    channels.size()
                            + " channel ids for an accumulator of "
                            + shape.channels()
                            + " channels");
        }
    }

    A empty() {
        return shape.empty();
    }

    /// All samples, those that were turned away included.
    static long samples(Accumulator<?, ?> sums) {
        long samples = 0;
        for (int i = 0; i < sums.channels(); i++) samples += sums.count(i) + sums.refused(i);
        return samples;
    }
}
