package tare.calibrate.slot;

import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.journal.Journal;

/// A kind of accumulator that slots can use: how to make one, ask it, and keep it in a bank.
///
/// @param <A> the accumulator
public interface SlotSums<A> {
    A empty();

    int channels();

    /// @param channel dense index
    long entries(A sums, int channel);

    /// The sums without loss: [#fromBank] gives an accumulator that goes on as this one would.
    Bank toBank(A sums, Header header, Journal journal);

    A fromBank(Bank bank);
}
