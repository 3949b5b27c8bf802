package tare.detectors.pixel.gain;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Tare's own file of scan settings, made to be read and written by people.
///
/// ```
/// # comments and empty lines are free
/// range    high
/// vcal     6 8 10 12
/// repeat   5
/// columns  0 4 8 | 1 5 9
/// rows     0 | 1 | 2..5
/// ```
///
/// Every key stands once; groups are separated by `|`; `a..b` is every number from a to b. The
/// hardware's own `calib.dat` is read by [CalibDat].
public final class GainScanFile {
    private static final List<String> KEYS = List.of("range", "vcal", "repeat", "columns", "rows");

    private GainScanFile() {}

    /// Reads either kind of file: one that begins with `Mode:` is a `calib.dat`.
    ///
    /// @throws IOException if it cannot be read, or naming the line that makes no sense
    public static GainScan readAny(Path path) throws IOException {
        String text = text(path);
        return text.stripLeading().startsWith("Mode:")
                ? CalibDat.parse(path.toString(), text)
                : parse(path.toString(), text);
    }

    private static String text(Path path) throws IOException {
        if (Files.isDirectory(path)) throw new IOException(path + " is not a file");
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new IOException(path + ": no scan settings, this is not text in UTF-8", e);
        }
    }

    /// @throws IOException naming file and line if the text makes no sense
    public static GainScan parse(String file, String text) throws IOException {
        var values = new HashMap<String, String>();
        int line = 0;
        for (String raw : text.lines().toList()) {
            line++;
            String content = raw.replaceFirst("#.*", "").strip();
            if (content.isEmpty()) continue;
            String[] parts = content.split("\\s+", 2);
            String where = file + ":" + line + ": ";
            if (!KEYS.contains(parts[0])) {
                throw new IOException(
                        where + "unknown key '" + parts[0] + "', expected one of " + KEYS);
            }
            if (parts.length < 2) throw new IOException(where + parts[0] + " has no value");
            if (values.put(parts[0], parts[1]) != null) {
                throw new IOException(where + parts[0] + " is given twice");
            }
            check(where, parts[0], parts[1]);
        }
        return scan(file, values);
    }

    private static void check(String where, String key, String value) throws IOException {
        try {
            switch (key) {
                case "range" -> range(value);
                case "vcal" -> single(value);
                case "repeat" -> repeat(value);
                default -> groups(value);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(where + key + ": " + e.getMessage(), e);
        }
    }

    private static GainScan scan(String file, Map<String, String> values) throws IOException {
        try {
            return new GainScan(
                    single(required(file, values, "vcal")),
                    range(required(file, values, "range")),
                    repeat(required(file, values, "repeat")),
                    groups(required(file, values, "columns")),
                    groups(required(file, values, "rows")));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String required(String file, Map<String, String> values, String key)
            throws IOException {
        String value = values.get(key);
        if (value == null) throw new IOException(file + ": no line '" + key + " …'");
        return value;
    }

    private static VcalRange range(String value) {
        return switch (value) {
            case "high" -> VcalRange.HIGH;
            case "low" -> VcalRange.LOW;
            default ->
                    throw new IllegalArgumentException("expected high or low, got '" + value + "'");
        };
    }

    private static List<Integer> single(String value) {
        List<List<Integer>> groups = groups(value);
        if (groups.size() != 1)
            throw new IllegalArgumentException("expected one list, got " + value);
        return groups.getFirst();
    }

    private static int repeat(String value) {
        List<Integer> numbers = single(value);
        if (numbers.size() != 1)
            throw new IllegalArgumentException("expected one number, got " + value);
        return numbers.getFirst();
    }

    private static List<List<Integer>> groups(String value) {
        var groups = new ArrayList<List<Integer>>();
        for (String group : value.split("\\|", -1)) {
            var numbers = new ArrayList<Integer>();
            for (String word : group.strip().split("\\s+", -1)) addNumbers(word, numbers);
            groups.add(numbers);
        }
        return groups;
    }

    private static void addNumbers(String word, List<Integer> numbers) {
        int[] ends =
                Arrays.stream(word.split("\\.\\.", -1)).mapToInt(GainScanFile::number).toArray();
        if (ends.length > 2 || ends[ends.length - 1] < ends[0]) {
            throw new IllegalArgumentException("'" + word + "' is no range a..b");
        }
        for (int i = ends[0]; i <= ends[ends.length - 1]; i++) numbers.add(i);
    }

    private static int number(String word) {
        if (!word.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("'" + word + "' is no whole number");
        }
        return Integer.parseInt(word);
    }

    /// The settings as such a file, which [#parse] reads back to an equal scan.
    public static String format(GainScan scan) {
        return String.format(
                Locale.ROOT,
                "range    %s%nvcal     %s%nrepeat   %d%ncolumns  %s%nrows     %s%n",
                scan.range() == VcalRange.HIGH ? "high" : "low",
                join(scan.vcal()),
                scan.repeat(),
                joinGroups(scan.columnGroups()),
                joinGroups(scan.rowGroups()));
    }

    private static String join(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String joinGroups(List<List<Integer>> groups) {
        return groups.stream().map(GainScanFile::join).collect(Collectors.joining(" | "));
    }
}
