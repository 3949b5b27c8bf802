package tare.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tare.conditions.store.Outcome;
import tare.conditions.type.Failure;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;

/// What the gate and the store said, for people and machines.
final class Outcomes {
    private static final int MOST_BANKS = 5;
    private static final int MOST_WARNINGS = 5;

    private Outcomes() {}

    /// Prints an outcome and adds it to a document.
    ///
    /// @return the exit code
    static int print(Outcome outcome, Output output, Map<String, Object> document) {
        return switch (outcome) {
            case Outcome.Stored stored -> {
                Entry first = stored.stored().getFirst();
                output.line(
                        "Stored %s in tag %s, valid %s, sequence %d; %d were valid already.",
                        Words.count(stored.stored().size(), "bank"),
                        first.tag(),
                        first.valid(),
                        stored.sequence(),
                        stored.unchanged().size());
                printWarnings(stored.verdicts(), output);
                document.put("outcome", "stored");
                document.put("sequence", stored.sequence());
                document.put("banks", stored.stored().size());
                yield Exit.DONE;
            }
            case Outcome.AlreadyStored already -> {
                Entry first = already.unchanged().getFirst();
                output.line(
                        "Nothing new: the same content is valid already, %s in tag %s since sequence %d.",
                        Words.count(already.unchanged().size(), "bank"),
                        first.tag(),
                        first.sequence());
                document.put("outcome", "already stored");
                yield Exit.DONE;
            }
            case Outcome.Rejected rejected -> {
                printReasons(rejected, output);
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

    private static void printReasons(Outcome.Rejected rejected, Output output) {
        output.line("REJECTED, nothing was stored:");
        for (Verdict.Rejected verdict : rejected.verdicts().stream().limit(MOST_BANKS).toList()) {
            output.line("  %s", verdict.bank());
            for (Failure failure : verdict.failures()) output.line("    %s", brief(failure));
        }
        int more = rejected.verdicts().size() - MOST_BANKS;
        if (more > 0) output.line("  and %d more banks; --json has them all", more);
    }

    private static String brief(Failure failure) {
        return switch (failure) {
            case Failure.Structure structure -> structure.toString();
            case Failure.Content content ->
                    String.format(
                            Locale.ROOT,
                            "%s: %,d of %,d channels fail, %s may; the first: %s",
                            content.check(),
                            content.failing(),
                            content.channels(),
                            content.limit(),
                            content.examples().getFirst());
        };
    }

    /// The same warning for many banks is one line.
    private static void printWarnings(List<Verdict.Accepted> verdicts, Output output) {
        var banksOf = new LinkedHashMap<String, Integer>();
        for (Verdict.Accepted verdict : verdicts) {
            verdict.warnings().forEach(warning -> banksOf.merge(warning, 1, Integer::sum));
        }
        int printed = 0;
        for (var warning : banksOf.entrySet()) {
            if (printed++ == MOST_WARNINGS) {
                output.line("  ! and %d more warnings", banksOf.size() - MOST_WARNINGS);
                return;
            }
            output.line("  ! %s: %s", Words.count(warning.getValue(), "bank"), warning.getKey());
        }
    }
}
