package tare.core.operation;

import tare.core.bank.Bank;
import tare.core.channel.ChannelMap;

/// Other values, names or granularity for the channels of a bank.
public sealed interface Reshaping extends Operation {
    /// The same; the journal says that someone took a copy.
    record Copy() implements Reshaping {}

    /// All values and flags 0.
    record Reset() implements Reshaping {}

    /// All values those of an example, all flags 0.
    ///
    /// @param example a bank of one channel
    record ResetTo(Bank example) implements Reshaping {}

    /// Matching channels take the values of another bank. Their flags stay those of the original
    /// data, with provenance `FROM_REFERENCE`. The other bank may have more channels; a matching
    /// channel that it lacks keeps its value, with a warning. `ms/1` needs equal pulses.
    record ReplaceWhere(Where where, Bank other) implements Reshaping {}

    /// Channel ids become hardware addresses (which then need 31 bits at most), or the reverse.
    /// From an old to a new cabling: to ids by the old map, to addresses by the new one.
    record Remap(ChannelMap map, Direction direction) implements Reshaping {}

    /// One field of the channels of each module, chip or sector as `msn/1`, with ids cut down to
    /// that level: mean is the reduced value, rms the spread of the channels about their mean, n
    /// the number of channels that had a finite value. Flags are the worst of the group; mean and
    /// median are of provenance `AVERAGED`.
    ///
    /// @param level a field of the id scheme
    record GroupReduce(String field, String level, Reduction reduction) implements Reshaping {}

    /// From `ms/1` to `msn/1`: n is the header's pulses, of which there must be some.
    record ToMsn() implements Reshaping {}

    /// From `msn/1` to `ms/1`: refused unless all n are equal.
    record ToMs() implements Reshaping {}

    /// From an index layer to the values that it points to; see [Indirection].
    ///
    /// @param dataLayer the shared values
    record Flatten(Bank dataLayer) implements Reshaping {}

    enum Direction {
        TO_ADDRESSES,
        TO_IDS
    }

    /// How the values of a group become one.
    enum Reduction {
        MEAN,
        MEDIAN,
        MIN,
        MAX,
        SUM,
        COUNT
    }
}
