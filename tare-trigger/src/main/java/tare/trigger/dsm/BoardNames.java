package tare.trigger.dsm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lists of boards as tables write them: names between blanks, and ranges `BC101-BC106`.
final class BoardNames {
    private static final Pattern NAME = Pattern.compile("([A-Z]+)(\\d{1,6})");
    private static final Pattern RANGE = Pattern.compile("([A-Z]+)(\\d{1,6})-([A-Z]+)(\\d{1,6})");

    private BoardNames() {}

    static List<String> of(String list) {
        return Arrays.stream(list.strip().split(" +", -1)).flatMap(BoardNames::names).toList();
    }

    private static Stream<String> names(String part) {
        if (NAME.matcher(part).matches()) return Stream.of(part);
        Matcher range = RANGE.matcher(part);
        if (!range.matches() || !range.group(1).equals(range.group(3)))
            throw new IllegalArgumentException(
                    "'" + part + "' is neither a board nor a range such as BC101-BC106");
        int digits = range.group(2).length();
        int from = Integer.parseInt(range.group(2));
        int to = Integer.parseInt(range.group(4));
        if (to < from) throw new IllegalArgumentException("range " + part + " runs backwards");
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> range.group(1) + String.format(Locale.ROOT, "%0" + digits + "d", n));
    }
}
