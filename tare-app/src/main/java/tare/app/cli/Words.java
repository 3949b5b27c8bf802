package tare.app.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers and lists as people read them.
final class Words {
    /// Columns of a terminal that results are made for.
    static final int WIDTH = 100;

    private static final int EXAMPLES = 5;
    private static final int DIGITS = 6;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e9;

    private Words() {}

    /// `1 bank`, `1,856 banks`.
    static String count(long number, String singular) {
        return String.format(Locale.ROOT, "%,d %s%s", number, singular, number == 1 ? "" : "s");
    }

    /// Six significant digits, a whole number in full; `NaN` and the like as Java says.
    static String number(double value) {
        if (!Double.isFinite(value) || value == 0) return value == 0 ? "0" : Double.toString(value);
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGEST_PLAIN) return Long.toString((long) value);
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? rounded.stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.5e", value);
    }

    /// The first few names and how many more there are.
    static String some(List<String> names) {
        if (names.isEmpty()) return "none";
        String some = String.join(", ", names.subList(0, Math.min(EXAMPLES, names.size())));
        int more = names.size() - EXAMPLES;
        return more <= 0 ? some : some + " and " + more + " more";
    }

    /// A text in lines of at most so many characters, broken at spaces and, where there are none,
    /// anywhere. Lines of the text stay lines.
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            String rest = line.strip();
            while (rest.length() > width) {
                int space = rest.lastIndexOf(' ', width);
                int end = space > 0 ? space : width;
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            if (!rest.isEmpty()) lines.add(rest);
        }
        return lines;
    }
}
