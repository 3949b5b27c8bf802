package tare.core.result;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How an operation ended whose failure is no programming mistake. A result that nobody looks at is
/// an error of the build.
///
/// @param <T> what it gives when it works
@CheckReturnValue
public sealed interface Result<T> {
    /// It worked.
    record Done<T>(T value) implements Result<T> {}

    /// It worked, and a person should know something.
    record Warned<T>(T value, List<String> warnings) implements Result<T> {
        public Warned {
            warnings = List.copyOf(warnings);
            if (warnings.isEmpty()) throw new IllegalArgumentException("a warning needs a text");
        }
    }

    /// It did not, and nothing was changed.
    ///
    /// @param reason what was wrong, with numbers, and what to do
    /// @param details all that was found, may be empty
    record Failed<T>(ErrorCode code, String reason, List<String> details) implements Result<T> {
        public Failed {
            details = List.copyOf(details);
            if (code.number() <= ErrorCode.WARNING.number()) {
                throw new IllegalArgumentException("no failure has code " + code);
            }
        }
    }

    static <T> Result<T> of(T value) {
        return new Done<>(value);
    }

    /// @param warnings may be empty
    static <T> Result<T> of(T value, List<String> warnings) {
        return warnings.isEmpty() ? new Done<>(value) : new Warned<>(value, warnings);
    }

    static <T> Result<T> failed(ErrorCode code, String reason) {
        return new Failed<>(code, reason, List.of());
    }

    default ErrorCode code() {
        return switch (this) {
            case Done<T> _ -> ErrorCode.OK;
            case Warned<T> _ -> ErrorCode.WARNING;
            case Failed<T>(ErrorCode code, _, _) -> code;
        };
    }

    default boolean isSuccess() {
        return code().number() <= ErrorCode.WARNING.number();
    }

    /// The next step on the value; warnings of both are kept.
    default <U> Result<U> then(Function<T, Result<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Warned<T>(T value, List<String> warnings) -> next.apply(value).after(warnings);
            case Failed<T>(ErrorCode code, String reason, List<String> details) ->
                    new Failed<>(code, reason, details);
        };
    }

    private Result<T> after(List<String> earlier) {
        return switch (this) {
            case Done<T>(T value) -> new Warned<>(value, earlier);
            case Warned<T>(T value, List<String> warnings) -> {
                var all = new ArrayList<>(earlier);
                all.addAll(warnings);
                yield new Warned<>(value, all);
            }
            case Failed<T> failed -> failed;
        };
    }

    /// The value, for callers to whom a failure is a mistake of theirs.
    ///
    /// @throws IllegalArgumentException with code, reason and details if it failed
    default T orElseThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Warned<T>(T value, _) -> value;
            case Failed<T>(ErrorCode code, String reason, List<String> details) ->
                    throw new IllegalArgumentException(
                            code + ": " + reason + (details.isEmpty() ? "" : "; " + details));
        };
    }
}
