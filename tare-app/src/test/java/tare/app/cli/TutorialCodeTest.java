package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The Java of every tutorial is that of a source file, which the build compiles and tests.
///
/// Only `java` blocks count. The first line names the file, `// HodoscopeMap.java`; the others
/// stand in it one after the other, whatever their indentation. `…` stands for any lines.
class TutorialCodeTest {
    private static final String GAP = "…";

    record Snippet(Path page, int line, String file, List<String> lines) {}

    static List<Snippet> snippets() throws IOException {
        var snippets = new ArrayList<Snippet>();
        for (Path page : TutorialTest.pages()) snippets.addAll(snippets(page));
        return snippets;
    }

    private static List<Snippet> snippets(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        var snippets = new ArrayList<Snippet>();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).equals("```java")) continue;
            int end = at + lines.subList(at, lines.size()).indexOf("```");
            String file = lines.get(at + 1).replaceFirst("// ", "");
            snippets.add(new Snippet(page, at + 1, file, lines.subList(at + 2, end)));
        }
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void thePageShowsWhatIsCompiled(Snippet snippet) throws IOException {
        List<Path> sources = sources(snippet.file);

        assertThat(sources).as("sources called %s", snippet.file).hasSize(1);
        assertThat(firstMissing(snippet.lines, Files.readAllLines(sources.getFirst())))
                .as("%s:%d, of %s", snippet.page.getFileName(), snippet.line, sources.getFirst())
                .isEmpty();
    }

    private static List<Path> sources(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../tare-detectors/src"))) {
            return files.filter(file -> file.getFileName().toString().equals(name)).toList();
        }
    }

    /// The first stretch without `…` that does not stand in the source where it should, or an empty
    /// text.
    private static String firstMissing(List<String> shown, List<String> source) {
        int at = 0;
        for (List<String> stretch : stretches(shown)) {
            while (at < source.size() && !standsAt(at, stretch, source)) at++;
            if (at == source.size()) return String.join("\n", stretch);
            at += stretch.size();
        }
        return "";
    }

    private static List<List<String>> stretches(List<String> shown) {
        var stretches = new ArrayList<List<String>>();
        var stretch = new ArrayList<String>();
        for (String line : shown) {
            if (!line.strip().equals(GAP)) {
                stretch.add(line);
            } else if (!stretch.isEmpty()) {
                stretches.add(List.copyOf(stretch));
                stretch.clear();
            }
        }
        stretches.add(stretch);
        return stretches;
    }

    private static boolean standsAt(int at, List<String> stretch, List<String> source) {
        return at + stretch.size() <= source.size()
                && IntStream.range(0, stretch.size())
                        .allMatch(i -> isSame(stretch.get(i), source.get(at + i)));
    }

    private static boolean isSame(String shown, String source) {
        return shown.strip().equals(source.strip());
    }

    @Test
    void codeThatRotsIsFound() {
        List<String> source = List.of("class A {", "    int b;", "    int c;", "}");

        assertThat(firstMissing(List.of("int b;", "int c;"), source)).isEmpty();
        assertThat(firstMissing(List.of("class A {", "    …", "}"), source)).isEmpty();
        assertThat(firstMissing(List.of("int b;", "}"), source)).isEqualTo("int b;\n}");
        assertThat(firstMissing(List.of("int c;", "…", "int b;"), source)).isEqualTo("int b;");
        assertThat(firstMissing(List.of("int d;"), source)).isEqualTo("int d;");
    }
}
