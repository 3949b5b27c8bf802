package tare.trigger.dsm;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What feeds an input channel of a board.
public sealed interface Source {
    /// Bits of another board's output word.
    record OfBoard(String board, Field bits) implements Source {
        @Override
        public String toString() {
            return board + " bits " + bits;
        }
    }

    /// Bits of a word that comes from outside the tree.
    record OfInput(String group, int index, Field bits) implements Source {
        @Override
        public String toString() {
            return group + ":" + index + " bits " + bits;
        }
    }

    /// Nothing that is simulated; the channel reads 0.
    record Open() implements Source {
        @Override
        public String toString() {
            return OPEN;
        }
    }

    String OPEN = "open";

    /// A source as tables write it.
    ///
    /// @param name a board, an input as `group:index`, or `open`
    /// @param bits first and last bit such as `16-31`; empty for `open`
    static Source of(String name, String bits) {
        if (name.equals(OPEN)) return new Open();
        Matcher range = Pattern.compile("(\\d{1,2})-(\\d{1,2})").matcher(bits);
        if (!range.matches())
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "bits are written as 0-15, got '%s' for %s", bits, name));
        Field field =
                Field.bits(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        int colon = name.indexOf(':');
        if (colon < 0) return new OfBoard(name, field);
        return new OfInput(name.substring(0, colon), index(name, colon), field);
    }

    private static int index(String name, int colon) {
        String index = name.substring(colon + 1);
        if (!index.matches("\\d{1,6}"))
            throw new IllegalArgumentException("an input is written as group:index, got " + name);
        return Integer.parseInt(index);
    }
}
