package tare.conditions.type;

import java.util.BitSet;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.channel.ChannelFlag;

/// A bank after validation.
///
/// @param bank with the flags that the test set, and the values that the reference lent
/// @param failing dense indexes of the channels that count as failing
public record Validated(Bank bank, Verdict verdict, BitSet failing) {
    /// The same bank, accepted although its content failed: the header says so, and each failing
    /// channel. What has the wrong structure stays rejected.
    ///
    /// @param request who insists, and why
    public Validated overridden(OverrideRequest request) {
        if (!(verdict instanceof Verdict.Rejected rejected) || !rejected.isOfContent()) return this;
        BankBuilder builder = BankBuilder.of(bank);
        failing.stream().forEach(i -> builder.flags()[i] |= ChannelFlag.OVERRIDDEN);
        Header old = bank.header();
        int flag = new HeaderFlag(old.flag()).with(HeaderFlag.OVERRIDDEN).bits();
        builder.header(new Header(old.pulses(), flag, old.extra()));
        return new Validated(builder.freeze(bank.journal()), rejected.overridden(request), failing);
    }
}
