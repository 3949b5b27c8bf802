package tare.conditions.type;

import java.util.Optional;
import tare.core.bank.Column;

/// A detector's channels and their division into banks, the same for as long as the detector is.
public interface SystemDefinition {
    /// What a bank is called; empty if the detector has no bank of that number.
    Optional<BankName> bank(int number);

    /// The channel ids of a bank, strictly increasing.
    ///
    /// @throws IllegalArgumentException if there is no such bank
    Column channelIds(int number);
}
