package tare.app.cli;

import java.util.ArrayList;
import java.util.List;
import tare.conditions.store.Outcome;
import tare.conditions.type.Failure;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;

/// What became of a campaign, in lines.
final class OutcomeText {
    private OutcomeText() {}

    static List<String> lines(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored stored -> stored(stored);
            case Outcome.AlreadyStored same -> {
                var lines = new ArrayList<String>();
                lines.add("AlreadyStored: the same content is valid there; nothing new was stored");
                same.unchanged().forEach(entry -> lines.add("  " + entry(entry)));
                yield lines;
            }
            case Outcome.Rejected rejected -> rejected(rejected);
        };
    }

    private static List<String> stored(Outcome.Stored stored) {
        var lines = new ArrayList<String>();
        lines.add("Stored: commit " + stored.sequence());
        stored.stored().forEach(entry -> lines.add("  " + entry(entry)));
        for (Verdict.Accepted verdict : stored.verdicts()) {
            verdict.warnings().forEach(it -> lines.add("  " + verdict.bank() + ": " + it));
        }
        return lines;
    }

    private static List<String> rejected(Outcome.Rejected rejected) {
        var lines = new ArrayList<String>();
        lines.add("Rejected: nothing was stored");
        for (Verdict.Rejected verdict : rejected.verdicts()) {
            for (Failure failure : verdict.failures()) {
                lines.add("  " + verdict.bank() + ": " + failure);
            }
        }
        return lines;
    }

    private static String entry(Entry entry) {
        return entry.toString();
    }
}
