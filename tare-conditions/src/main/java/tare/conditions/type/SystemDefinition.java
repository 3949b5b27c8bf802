package tare.conditions.type;

import java.util.List;
import java.util.Optional;
import tare.core.bank.Column;

/// A detector's channels of one level and their division into banks, the same for as long as the
/// detector is.
///
/// Detectors implement it as suits them; stored it is a [Division] of a [DetectorDefinition].
public interface SystemDefinition {
    /// What a bank is called; empty if the detector has no bank of that number. Numbers count from
    /// 0 without gaps.
    Optional<BankName> bank(int number);

    /// The channel ids of a bank, strictly increasing.
    ///
    /// @throws IllegalArgumentException if there is no such bank
    Column channelIds(int number);

    /// The same ids, described by their pattern.
    ///
    /// @throws IllegalArgumentException if there is no such bank
    default List<IdBlock> idBlocks(int number) {
        return IdBlock.of(channelIds(number));
    }
}
