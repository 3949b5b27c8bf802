package tare.app.cli;

import java.util.Map;
import tare.conditions.store.Outcome;
import tare.conditions.type.Failure;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;

/// What the gate and the store said, for people and machines.
final class Outcomes {
    private Outcomes() {}

    /// Prints an outcome and adds it to a document.
    ///
    /// @return the exit code
    static int print(Outcome outcome, Output output, Map<String, Object> document) {
        return switch (outcome) {
            case Outcome.Stored stored -> {
                Entry first = stored.stored().getFirst();
                output.line(
                        "Stored %d banks in tag %s, valid %s, sequence %d; %d were valid already.",
                        stored.stored().size(),
                        first.tag(),
                        first.valid(),
                        stored.sequence(),
                        stored.unchanged().size());
                for (Verdict.Accepted verdict : stored.verdicts()) printWarnings(verdict, output);
                document.put("outcome", "stored");
                document.put("sequence", stored.sequence());
                document.put("banks", stored.stored().size());
                yield Exit.DONE;
            }
            case Outcome.AlreadyStored already -> {
                Entry first = already.unchanged().getFirst();
                output.line(
                        "Nothing new: the same content is valid already, %d banks in tag %s since sequence %d.",
                        already.unchanged().size(), first.tag(), first.sequence());
                document.put("outcome", "already stored");
                yield Exit.DONE;
            }
            case Outcome.Rejected rejected -> {
                output.line("REJECTED, nothing was stored:");
                for (Verdict.Rejected verdict : rejected.verdicts()) {
                    output.line("  %s", verdict.bank());
                    for (Failure failure : verdict.failures()) output.line("    %s", failure);
                }
                document.put("outcome", "rejected");
                document.put(
                        "reasons",
                        rejected.verdicts().stream()
                                .map(verdict -> verdict.bank() + ": " + verdict.failures())
                                .toList());
                yield Exit.NEGATIVE;
            }
        };
    }

    private static void printWarnings(Verdict.Accepted verdict, Output output) {
        for (String warning : verdict.warnings()) {
            output.line("  %s: %s", verdict.bank(), warning);
        }
    }
}
