package tare.core.operation;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Does again what a journal says, from the inputs it names: the proof that a journal is complete.
///
/// Entries that are no operation on banks (a fit, a storing) are passed over; the first operation
/// after them asks for the bank that they left.
public final class Replay {
    private final Inputs inputs;

    public Replay(Inputs inputs) {
        this.inputs = inputs;
    }

    /// The bank that the journal's operations lead to; signed and dated as they were.
    public Result<Bank> of(Journal journal) {
        try {
            return replayed(journal);
        } catch (Refusal refusal) {
            return refusal.asResult();
        } catch (IllegalArgumentException e) {
            return Result.failed(
                    ErrorCode.WRONG_STRUCTURE, "the journal cannot be read: " + e.getMessage());
        }
    }

    private Result<Bank> replayed(Journal journal) {
        @Nullable Bank current = null;
        for (JournalEntry entry : journal.entries()) {
            if (!OperationText.isOperation(entry.what())) continue;
            Operation operation = OperationText.parse(entry.what(), entry.details(), inputs);
            var operator =
                    new Operator(entry.author(), InstantSource.fixed(entry.when()), entry.why());
            var result = operator.apply(operand(entry, current), operation);
            if (!result.isSuccess()) return result;
            current = result.orElseThrow();
        }
        if (current != null) return Result.of(current);
        return Result.failed(ErrorCode.NOT_FOUND, "the journal names no operation on banks");
    }

    private Bank operand(JournalEntry entry, @Nullable Bank current) {
        String identity = String.valueOf(entry.details().get(OperationText.OPERAND));
        if (current != null && current.identity().hex().equals(identity)) return current;
        return OperationText.bank(identity, inputs);
    }
}
