package tare.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tare.conditions.store.Outcome;
import tare.conditions.type.BankName;
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
                printStored(stored, output);
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
                        rejected.reasons().stream()
                                .map(
                                        no ->
                                                no.tag()
                                                        + " "
                                                        + no.verdict().bank()
                                                        + ": "
                                                        + no.verdict().failures())
                                .toList());
                yield Exit.NEGATIVE;
            }
            case Outcome.StillValid holds -> {
                output.line(
                        "Still valid at %s: %s in tag %s; nothing was stored but a mark, sequence %d.",
                        holds.until(),
                        Words.count(holds.holding().size(), "bank"),
                        holds.holding().getFirst().tag(),
                        holds.sequence());
                printWarnings(holds.verdicts(), output);
                document.put("outcome", "still valid");
                document.put("sequence", holds.sequence());
                document.put("banks", holds.holding().size());
                yield Exit.DONE;
            }
            case Outcome.Refused(var code, String reason) -> {
                output.line("REFUSED, nothing was judged: %s: %s", code.text(), reason);
                document.put("outcome", "refused");
                document.put("code", code.number());
                document.put("reason", reason);
                yield Exit.NEGATIVE;
            }
        };
    }

    /// One line per tag.
    private static void printStored(Outcome.Stored stored, Output output) {
        var tags = new LinkedHashMap<String, List<Entry>>();
        for (Entry entry : stored.stored()) {
            tags.computeIfAbsent(entry.tag(), _ -> new ArrayList<>()).add(entry);
        }
        for (List<Entry> entries : tags.values()) {
            Entry first = entries.getFirst();
            output.line(
                    "Stored %s in tag %s, valid %s, sequence %d%s.",
                    Words.count(entries.size(), "bank"),
                    first.tag(),
                    first.valid(),
                    stored.sequence(),
                    stored.unchanged().isEmpty()
                            ? ""
                            : "; nothing new in " + Words.count(stored.unchanged().size(), "bank"));
        }
    }

    private static void printReasons(Outcome.Rejected rejected, Output output) {
        output.line("REJECTED, nothing was stored:");
        for (Outcome.Rejection no : rejected.reasons().stream().limit(MOST_BANKS).toList()) {
            output.line("  %s of tag %s", no.verdict().bank(), no.tag());
            for (Failure failure : no.verdict().failures()) output.line("    %s", failure.brief());
        }
        int more = rejected.reasons().size() - MOST_BANKS;
        if (more > 0) output.line("  and %s more; --json has them all", Words.count(more, "bank"));
    }

    /// The same warning for many banks is one line.
    private static void printWarnings(List<Verdict.Accepted> verdicts, Output output) {
        var banksOf = new LinkedHashMap<String, List<BankName>>();
        for (Verdict.Accepted verdict : verdicts) {
            for (String warning : verdict.warnings()) {
                banksOf.computeIfAbsent(warning, _ -> new ArrayList<>()).add(verdict.bank());
            }
        }
        banksOf.entrySet().stream()
                .limit(MOST_WARNINGS)
                .forEach(it -> output.line("  ! %s: %s", banks(it.getValue()), it.getKey()));
        int more = banksOf.size() - MOST_WARNINGS;
        if (more > 0) output.line("  ! and %s more", Words.count(more, "warning"));
    }

    private static String banks(List<BankName> banks) {
        return banks.size() == 1 ? banks.getFirst().toString() : Words.count(banks.size(), "bank");
    }
}
