package tare.core.result;

/// What kind of outcome it was, as a number that programs may compare for ever.
///
/// Codes 0 to 9 are frozen; codes from 10 on belong to a calibration type, which names them.
///
/// @param number 0 or more
/// @param text what people read
public record ErrorCode(int number, String text) {
    public static final ErrorCode OK = new ErrorCode(0, "ok");
    public static final ErrorCode WARNING = new ErrorCode(1, "ok, with warnings");
    public static final ErrorCode NOT_FOUND = new ErrorCode(2, "not found");
    public static final ErrorCode WRONG_STRUCTURE = new ErrorCode(3, "wrong structure");
    public static final ErrorCode CONTENT_FAILED = new ErrorCode(4, "content failed");
    public static final ErrorCode TOO_MANY_FAILED = new ErrorCode(5, "too many channels failed");
    public static final ErrorCode NOT_AUTHORISED = new ErrorCode(6, "not authorised");
    public static final ErrorCode CONFLICT = new ErrorCode(7, "conflict");
    public static final ErrorCode INPUT_OUTPUT = new ErrorCode(8, "input or output failed");
    public static final ErrorCode BAD_ARGUMENT = new ErrorCode(9, "bad argument");

    /// The first code that a calibration type may use for its own.
    public static final int FIRST_OF_TYPES = 10;

    public ErrorCode {
        if (number < 0) throw new IllegalArgumentException("a code is >= 0, got " + number);
        if (text.isBlank()) throw new IllegalArgumentException("code " + number + " needs a text");
    }

    /// A code of a calibration type.
    ///
    /// @param number 10 or more
    public static ErrorCode ofType(int number, String text) {
        if (number < FIRST_OF_TYPES) {
            throw new IllegalArgumentException(
                    "codes below " + FIRST_OF_TYPES + " are frozen, got " + number);
        }
        return new ErrorCode(number, text);
    }

    @Override
    public String toString() {
        return text + " (" + number + ")";
    }
}
