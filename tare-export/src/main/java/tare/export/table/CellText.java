package tare.export.table;

import java.util.regex.Pattern;
import tare.core.bank.FieldType;

/// Numbers in cells, read without mercy: a stray letter must never become a constant.
final class CellText {
    /// What Java writes and people type; not what Java reads besides, such as `1d` and `0x1p3`.
    private static final Pattern REAL =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

    private CellText() {}

    /// A whole number in a range.
    ///
    /// @throws IllegalArgumentException if the text is none
    static long whole(String text, long least, long most) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no whole number");
        }
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is too large", e);
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException(text + " is not within " + least + " to " + most);
        }
        return value;
    }

    /// A real number, `NaN`, `Infinity` or `-Infinity`.
    ///
    /// @throws IllegalArgumentException if the text is none, or too large to be finite in the type
    static double real(String text, FieldType type) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> finite(text, type);
        };
    }

    private static double finite(String text, FieldType type) {
        if (!REAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number");
        }
        // A float must not be rounded twice, once on the way through a double.
        double value = type == FieldType.F32 ? Float.parseFloat(text) : Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("'" + text + "' is too large for " + type);
        }
        return value;
    }
}
