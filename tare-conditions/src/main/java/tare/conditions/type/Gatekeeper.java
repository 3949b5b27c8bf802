package tare.conditions.type;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;

/// Judges candidates of one type. The store asks it before anything is stored, whoever submits.
///
/// @param system the detector's banks, if known: then a bank must have exactly its channels
public record Gatekeeper(CalibrationType type, Optional<SystemDefinition> system) {
    /// Structure first; the content of a bank with another structure is not looked at.
    ///
    /// @param reference the bank valid before, null if there is none
    public Verdict judge(BankName name, Bank candidate, @Nullable Bank reference) {
        List<String> differences = StructureTest.differences(type, system, name, candidate);
        return differences.isEmpty()
                ? ContentTest.verdict(type, name, candidate, reference)
                : new Verdict.Rejected(name, List.of(new Failure.Structure(differences)));
    }
}
