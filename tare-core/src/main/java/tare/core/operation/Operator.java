package tare.core.operation;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import tare.core.bank.Bank;
import tare.core.journal.Author;
import tare.core.result.Result;

/// Who works on banks, by which clock and why: signs each operation in the journal of its result.
///
/// ```java
/// var operator = new Operator(author, InstantSource.system(), "gain change of crate 3");
/// Result<Bank> result = operator.apply(pedestals, new Scale(1.02));
/// ```
///
/// @param why a person's comment, may be empty
public record Operator(Author author, InstantSource clock, String why) {
    public Operator(Author author, InstantSource clock) {
        this(author, clock, "");
    }

    /// Does an operation.
    ///
    /// @return a bank whose journal is that of the operand and one entry more, which names the
    ///     operation, its operands by identity and its parameters; or why it is not possible
    public Result<Bank> apply(Bank bank, Operation operation) {
        try {
            return Evaluation.of(operation, bank)
                    .then(result -> Result.of(signed(result, bank, operation)));
        } catch (Refusal refusal) {
            return refusal.asResult();
        }
    }

    private Bank signed(Bank result, Bank operand, Operation operation) {
        return sign(
                result,
                operand,
                OperationText.name(operation),
                OperationText.parameters(operation));
    }

    /// @param result still with the journal of its operand
    Bank sign(Bank result, Bank operand, String what, Map<String, String> parameters) {
        var details = new TreeMap<>(parameters);
        details.put(OperationText.OPERAND, operand.identity().hex());
        return result.with(operand.journal().append(clock.instant(), author, what, details, why));
    }
}
