package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The commands of a tutorial, in the order of the page, with the answers that it shows.
///
/// Only `console` blocks count. `$ tare …` is a command, which goes on after a `\`; other lines are
/// its output; `# exit 1` says how it ends if not with 0.
record TutorialPage(Path file, List<Step> steps) {
    /// @param line of the page, from 1
    record Step(int line, List<String> arguments, List<String> shown, int exit) {}

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String PROMPT = "$ ";
    private static final String EXIT = "# exit ";

    static TutorialPage read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        var steps = new ArrayList<Step>();
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at++).equals("```console")) continue;
            int end = at + lines.subList(at, lines.size()).indexOf("```");
            while (at < end) {
                int next = at + 1;
                while (next < end && !lines.get(next).startsWith(PROMPT)) next++;
                steps.add(step(at + 1, lines.subList(at, next)));
                at = next;
            }
        }
        return new TutorialPage(file, steps);
    }

    private static Step step(int line, List<String> lines) {
        var command = new StringBuilder();
        int at = 0;
        do {
            command.append(' ').append(lines.get(at).replaceFirst("\\\\$", ""));
        } while (lines.get(at++).endsWith("\\"));
        List<String> words = words(command.toString());
        if (!words.subList(0, 2).equals(List.of("$", "tare"))) {
            throw new IllegalArgumentException(
                    "line " + line + ": a console block begins with '$ tare', got " + words);
        }
        var shown = new ArrayList<>(lines.subList(at, lines.size()));
        boolean saysExit = !shown.isEmpty() && shown.getLast().startsWith(EXIT);
        int exit = saysExit ? Integer.parseInt(shown.removeLast().substring(EXIT.length())) : 0;
        return new Step(line, words.subList(2, words.size()), shown, exit);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command).results().map(TutorialPage::word).toList();
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /// The first line that is not in the output as the page says, or an empty text. The lines stand
    /// in the output one after the other; `…` stands for any lines, or for the end of a line.
    static String firstDifference(List<String> shown, List<String> output) {
        int at = 0;
        boolean gap = false;
        for (String line : shown) {
            if (line.equals("…")) {
                gap = true;
                continue;
            }
            int found = at;
            while (gap && found < output.size() && !matches(line, output.get(found))) found++;
            if (found >= output.size() || !matches(line, output.get(found))) {
                return "page: " + line + "\nreal: " + real(output, at, gap);
            }
            at = found + 1;
            gap = false;
        }
        return gap || at == output.size() ? "" : "page: (end)\nreal: " + output.get(at);
    }

    private static String real(List<String> output, int at, boolean gap) {
        if (gap) return "no such line after the one before";
        return at < output.size() ? output.get(at) : "(end)";
    }

    private static boolean matches(String shown, String real) {
        return shown.endsWith("…")
                ? masked(real).startsWith(masked(shown.substring(0, shown.length() - 1)))
                : masked(shown).equals(masked(real));
    }

    /// What differs between two runs: times, people, programs, hashes, speeds.
    private static String masked(String line) {
        return line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("  by .* tare .*$", "  by SOMEONE")
                .replaceAll("\\b(?:[0-9a-f]{64}|[0-9a-f]{12})\\b", "HASH")
                .replaceAll("in \\d+\\.\\d s\\b", "in TIME")
                .replaceAll("[\\d.]+ million hits/s", "SPEED");
    }
}
