package tare.core.operation;

import tare.core.bank.Bank;
import tare.core.channel.ChannelMap;

/// Other sets of channels, with the values they have. A result that has fewer channels than the
/// bank is marked partial in its header.
public sealed interface Selection extends Operation {
    /// The channels that match.
    record Select(Where where) implements Selection {}

    /// The channels that do not match.
    record Exclude(Where where) implements Selection {}

    /// The first channels, all if there are fewer.
    record Head(int channels) implements Selection {}

    /// The last channels, all if there are fewer.
    record Tail(int channels) implements Selection {}

    /// The channels of both banks. `ms/1` needs equal pulses.
    ///
    /// @param policy what a channel gets that both have
    record Union(Bank other, Overlap policy) implements Selection {}

    /// The channels that the other bank has too, with this bank's values and flags. The other may
    /// have any layout.
    record Intersect(Bank other) implements Selection {}

    /// The channels that the other bank does not have. The other may have any layout.
    record Minus(Bank other) implements Selection {}

    /// All channels of a map: those that the bank lacks get the values of an example and the
    /// provenance `DEFAULT`; the result is not partial. A bank with channels that the map lacks is
    /// refused.
    ///
    /// @param example a bank of one channel
    record FillMissing(ChannelMap map, Bank example) implements Selection {}

    /// What a channel gets that both banks have.
    enum Overlap {
        /// Refuse.
        ERROR,
        LEFT,
        RIGHT,
        /// What [Averaging.Pool] gives.
        POOL
    }
}
