package tare.app.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tare.core.journal.JournalEntry;

/// Journal entries, for people and for machines.
final class JournalText {
    private static final String INDENT = "    ";

    private JournalText() {}

    /// @param previous hash of the entry before
    record Document(
            Instant when,
            String who,
            String where,
            String what,
            SortedMap<String, String> details,
            String why,
            String previous,
            String hash) {
        static Document of(JournalEntry entry) {
            return new Document(
                    entry.when(),
                    entry.author().who(),
                    entry.author().where(),
                    entry.what(),
                    entry.details(),
                    entry.why(),
                    entry.previous().hex(),
                    entry.hash().hex());
        }
    }

    /// The entry under a head of its own, one line per detail, values in full.
    static void print(Output out, String head, JournalEntry entry) {
        printHead(out, head, entry);
        int names = entry.details().keySet().stream().mapToInt(String::length).reduce(3, Math::max);
        entry.details().forEach((name, value) -> printDetail(out, names, name, value));
        if (!entry.why().isBlank()) printDetail(out, names, "why", entry.why());
    }

    private static void printDetail(Output out, int names, String name, String value) {
        int indent = INDENT.length() + names + 2;
        String start = INDENT + name + " ".repeat(names + 2 - name.length());
        for (String line : Words.wrapped(value, Math.max(Words.WIDTH - indent, Words.WIDTH / 2))) {
            out.line("%s%s", start, line);
            start = " ".repeat(indent);
        }
    }

    /// The entry with its details in one line or two, without digests.
    static void printBriefly(Output out, String head, JournalEntry entry) {
        printHead(out, head, entry);
        String details =
                entry.details().entrySet().stream()
                        .filter(detail -> !detail.getValue().matches("[0-9a-f]{64}"))
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .collect(Collectors.joining(", "));
        for (String text : List.of(details, entry.why())) {
            for (String line : Words.wrapped(text, Words.WIDTH - INDENT.length())) {
                out.line("%s%s", INDENT, line);
            }
        }
    }

    private static void printHead(Output out, String head, JournalEntry entry) {
        out.line(
                "%s  %s  %s  by %s at %s",
                head,
                entry.when().truncatedTo(ChronoUnit.SECONDS),
                entry.what(),
                entry.author().who(),
                entry.author().where());
    }
}
