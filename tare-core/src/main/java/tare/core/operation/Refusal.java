package tare.core.operation;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Ends an operation that is not possible; becomes a [Result.Failed] at the door. Whoever calls a
/// query directly meets it as what it also is, an illegal argument.
final class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;
    private final transient List<String> details;

    private Refusal(ErrorCode code, String reason, List<String> details) {
        super(reason);
        this.code = code;
        this.details = details;
    }

    static Refusal wrongStructure(String reason, List<String> details) {
        return new Refusal(ErrorCode.WRONG_STRUCTURE, reason, details);
    }

    @FormatMethod
    static Refusal wrongStructure(String format, Object... values) {
        return wrongStructure(String.format(Locale.ROOT, format, values), List.of());
    }

    @FormatMethod
    static Refusal badArgument(String format, Object... values) {
        return new Refusal(
                ErrorCode.BAD_ARGUMENT, String.format(Locale.ROOT, format, values), List.of());
    }

    @FormatMethod
    static Refusal conflict(String format, Object... values) {
        return new Refusal(
                ErrorCode.CONFLICT, String.format(Locale.ROOT, format, values), List.of());
    }

    @FormatMethod
    static Refusal notFound(String format, Object... values) {
        return new Refusal(
                ErrorCode.NOT_FOUND, String.format(Locale.ROOT, format, values), List.of());
    }

    <T> Result<T> asResult() {
        return new Result.Failed<>(code, String.valueOf(getMessage()), details);
    }
}
