package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes numbers off the front of a line, one after the other, and counts them.
///
/// A number ends where it can no longer go on, as for C's `scanf`, which the files' own reader
/// uses: `24.9` is the whole number 24, and what follows is `.9`.
final class FieldScanner {
    private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?\\d+)");
    private static final Pattern DECIMAL =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");

    private final Matcher matcher;
    private int count;
    private int end;

    FieldScanner(String line, int from) {
        matcher = WHOLE.matcher(line);
        end = from;
    }

    /// The next whole number.
    ///
    /// @throws IllegalArgumentException if none follows; the message says which field it was
    int whole(String field) {
        String text = next(WHOLE, field, "a whole number");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " has more than 32 bits: " + text, e);
        }
    }

    /// The next decimal number, in single precision.
    ///
    /// @throws IllegalArgumentException if none follows or it is too large
    float decimal(String field) {
        float value = Float.parseFloat(next(DECIMAL, field, "a number"));
        if (Float.isFinite(value)) return value;
        throw new IllegalArgumentException(field + " is too large for single precision");
    }

    private String next(Pattern pattern, String field, String kind) {
        matcher.usePattern(pattern).region(end, matcher.regionEnd());
        if (!matcher.lookingAt())
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "field %d (%s) must be %s; the line ends too early or has something"
                                    + " else there",
                            count + 1,
                            field,
                            kind));
        count++;
        end = matcher.end();
        return matcher.group(1);
    }
}
