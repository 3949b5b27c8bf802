package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.result.Result;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;

class StatusFileTest {
    /// A line, what it is, how many fields the reference converts, and their values.
    record Line(String text, String kind, int fields, List<String> values) {
        boolean isWhole() {
            return switch (kind) {
                case "SoftId" -> fields == 8;
                case "TriggerPedestalShift" -> fields == 1;
                case "triggerPatch" -> fields == 13;
                default -> true;
            };
        }
    }

    static List<Line> lines() throws IOException {
        var in =
                Objects.requireNonNull(
                        StatusFileTest.class.getResourceAsStream("bemcstatus-lines.tsv"));
        try (var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return text.lines().skip(2).map(StatusFileTest::line).toList();
        }
    }

    private static Line line(String row) {
        String[] columns = row.split("\t", -1);
        return new Line(
                columns[0].replace("\\t", "\t"),
                columns[1],
                Integer.parseInt(columns[2]),
                columns[3].isEmpty() ? List.of() : List.of(columns[3].split(" ", -1)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void wholeLinesHaveTheReferencesValuesAndShortOnesAreRefused(Line line) {
        if (!line.isWhole()) {
            assertThatThrownBy(() -> StatusLine.parse(line.text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("field " + (line.fields + 1) + " (");
            return;
        }
        StatusLine parsed = StatusLine.parse(line.text);
        assertThat(values(parsed)).isEqualTo(numbers(line.values));
        assertThat(kind(parsed)).isEqualTo(line.kind);
    }

    private static String kind(StatusLine line) {
        return switch (line) {
            case StatusLine.Comment _ -> "comment";
            case StatusLine.Unknown _ -> "ignored";
            case StatusLine.Tower _ -> "SoftId";
            case StatusLine.PedestalShift _ -> "TriggerPedestalShift";
            case StatusLine.Patch _ -> "triggerPatch";
        };
    }

    private static List<Float> values(StatusLine line) {
        String text = line.toString();
        String inside = text.substring(text.indexOf('[') + 1, text.length() - 1);
        if (inside.isEmpty()) return List.of();
        return numbers(Stream.of(inside.split(", ", -1)).map(f -> f.split("=", -1)[1]).toList());
    }

    private static List<Float> numbers(List<String> texts) {
        return texts.stream().map(Float::valueOf).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009", "2013a", "2013", "2015", "2016", "2017"})
    void wholeFilesGiveTheTablesOfTheirEvents(String tag) throws IOException {
        BarrelTables expected =
                Vectors.sets(tag).stream()
                        .filter(EventSet::isText)
                        .findFirst()
                        .orElseThrow()
                        .barrel();
        BarrelTables read = StatusFile.read(Vectors.statusFile(tag), tag).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void aFileIsReadFromDisk(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bemcStatus.txt");
        Files.writeString(file, String.join("\n", sound()));
        assertThat(StatusFile.read(file)).isInstanceOf(Result.Done.class);
    }

    /// The lines of a whole file.
    private static List<String> sound() throws IOException {
        try (var text = new BufferedReader(Vectors.statusFile("2009"))) {
            return text.lines().collect(Collectors.toCollection(ArrayList::new));
        }
    }

    private static Result<BarrelTables> read(List<String> lines) throws IOException {
        return StatusFile.read(new StringReader(String.join("\n", lines)), "bemcStatus.txt");
    }

    private static List<String> problems(Result<BarrelTables> result) {
        assertThat(result).isInstanceOf(Result.Failed.class);
        return ((Result.Failed<BarrelTables>) result).details();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SoftId 2 30 17 1 1 1 35.65 | field 8 (trigger patch) must be a whole number",
                "SoftId 4801 30 17 1 1 1 35.65 41 | SoftId must be 1..4800, got 4801",
                "SoftId 2 30 17 1 1 1 35.65 300 | patch must be 0..299, got 300",
                "SoftId 2 30 17 1 1 1 1e39 41 | pedestal is too large for single precision",
                "SoftId 2 30 99999999999 1 1 1 30 41 | crate sequence has more than 32 bits",
                "SoftId 1 30 17 1 1 1 35.65 41 | SoftId 1 stands in line 3 already"
            })
    void aWrongLineIsRefusedWithItsNumber(String line, String message) throws IOException {
        List<String> lines = sound();
        assertThat(lines.get(3)).startsWith("SoftId 2\t");
        lines.set(3, line);
        assertThat(problems(read(lines)))
                .anySatisfy(p -> assertThat(p).startsWith("line 4: " + message));
        assertThat(problems(read(lines)).getLast())
                .isEqualTo("1 SoftId lines are missing, the first is SoftId 2");
    }

    @Test
    void allMistakesOfAFileAreShownAtOnce() throws IOException {
        List<String> lines = sound();
        lines.removeIf(line -> line.startsWith("TriggerPedestalShift"));
        lines.removeIf(line -> line.startsWith("triggerPatch 17\t"));
        lines.add("triggerPatch 3 19 3 1 1 4 2 1 0 0 1 0 0");
        assertThat(problems(read(lines)))
                .containsExactly(
                        "line " + lines.size() + ": bit conversion must be 0..3, got 4",
                        "1 triggerPatch lines are missing, the first is triggerPatch 17",
                        "there is no TriggerPedestalShift line");
    }

    @Test
    void linesOfNoKnownKindAreReported() throws IOException {
        List<String> lines = sound();
        lines.add("triggerpatch 3 19 3 1 1 2 2 1 0 0 1 0 0");
        lines.add("");
        lines.add("   # indented comment");
        Result<BarrelTables> result = read(lines);
        assertThat(result).isInstanceOf(Result.Warned.class);
        assertThat(((Result.Warned<BarrelTables>) result).warnings())
                .containsExactly(
                        "bemcStatus.txt, line "
                                + (lines.size() - 2)
                                + " is of no known kind and was passed over");
    }

    @Test
    void theOrderOfLinesIsFree() throws IOException {
        List<String> lines = sound();
        BarrelTables forwards = read(lines).orElseThrow();
        BarrelTables backwards = read(lines.reversed()).orElseThrow();
        assertThat(backwards).usingRecursiveComparison().isEqualTo(forwards);
    }

    @Test
    void inAFileEveryStatusButZeroIsGoodAndThePatchIsTheFiles() throws IOException {
        List<String> lines = sound();
        lines.set(2, "SoftId 1 30 16 7 0 0 30 299");
        lines.set(3, "SoftId 2 30 17 0 1 1 30 299");
        lines.removeIf(line -> line.startsWith("SoftId 2401\t"));
        lines.add("SoftId 2401 1 1 1 1 1 30 41");
        BarrelTables tables = read(lines).orElseThrow();
        assertThat(tables.origin())
                .isInstanceOfSatisfying(
                        TableOrigin.File.class,
                        file -> assertThat(file.patchOfTower()).startsWith(299, 299, 41));
        BarrelSettings settings = Runs.start(10115007, tables, FrontEndRules.mended());
        assertThat(Arrays.copyOf(settings.good(), 2)).containsExactly(1, 0);
        assertThat(settings.maskedTowers()[299]).isEqualTo(1);
    }
}
