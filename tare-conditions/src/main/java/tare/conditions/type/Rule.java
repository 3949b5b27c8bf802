package tare.conditions.type;

import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import tare.core.bank.Bank;

/// A check that needs code. A program brings it as a service
/// (`META-INF/services/tare.conditions.type.Rule`); types name it by name and version, so that the
/// same type gives the same verdict wherever the rule is installed.
///
/// Implementations are immutable, and pure: the same question has the same answer for ever. What
/// must change gets a new version.
public interface Rule {
    String name();

    /// 1 or more.
    int version();

    /// The dense indexes of the channels that fail.
    BitSet failing(Question question);

    /// @param bank whose structure is right
    /// @param parameters as the type has them
    record Question(Bank bank, Optional<Bank> reference, SortedMap<String, String> parameters) {}
}
