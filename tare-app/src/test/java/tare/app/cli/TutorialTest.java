package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the commands of every tutorial and compares what they answer with what the page shows.
class TutorialTest {
    /// The folder of all files that a tutorial makes, where a path begins.
    private static final Pattern BENCH = Pattern.compile("(?<=^|:)bench(?=/|$)");

    /// Long paths would break lines elsewhere than on the page.
    static final class NearBy implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
                throws IOException {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "t");
        }
    }

    @TempDir(factory = NearBy.class)
    private Path folder;

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/tutorials"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageShowsWhatItsCommandsAnswer(Path file) throws IOException {
        TutorialPage page = TutorialPage.read(file);
        assertThat(page.steps()).isNotEmpty();
        for (TutorialPage.Step step : page.steps()) {
            String place = file.getFileName() + ":" + step.line();
            CommandLineRun run = CommandLineRun.of(inFolder(step.arguments()));
            String output = (run.out() + run.err()).replace(bench(), "bench");

            assertThat(TutorialPage.firstDifference(step.shown(), output.lines().toList()))
                    .as("%s, of the output%n%s", place, output)
                    .isEmpty();
            assertThat(run.exit()).as(place).isEqualTo(step.exit());
        }
    }

    private String bench() {
        return folder.resolve("bench").toString();
    }

    private String[] inFolder(List<String> arguments) {
        String replacement = Matcher.quoteReplacement(bench());
        return arguments.stream()
                .map(word -> BENCH.matcher(word).replaceAll(replacement))
                .toArray(String[]::new);
    }

    @Test
    void aPageThatRotsIsFound() {
        List<String> output = List.of("a 1", "b 2", "c 3 in 1.5 s");

        assertThat(differs(output, "a 1", "b 2", "c 3 in 9.0 s")).isFalse();
        assertThat(differs(output, "a 1", "…")).isFalse();
        assertThat(differs(output, "…", "b …", "…")).isFalse();
        assertThat(differs(output, "a 1", "b 2")).as("the end is missing").isTrue();
        assertThat(differs(output, "a 1", "c 3 in 1.5 s")).as("a line is missing").isTrue();
        assertThat(differs(output, "…", "b 3", "…")).as("a figure changed").isTrue();
        assertThat(differs(output, "…", "b 2", "a 1", "…")).as("another order").isTrue();
        assertThat(differs(output, "a 1", "b 2", "c 3 in 1.5 s", "d")).as("too much").isTrue();
    }

    private static boolean differs(List<String> output, String... shown) {
        return !TutorialPage.firstDifference(List.of(shown), output).isEmpty();
    }
}
