package tare.app.cli;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Results of the store for people and machines.
final class Results {
    private Results() {}

    /// Prints a failure, or hands the value on.
    ///
    /// @param done prints what worked, and gives the exit code
    static <T> int print(Result<T> result, Output out, ToIntFunction<T> done) {
        return switch (result) {
            case Result.Done<T>(T value) -> done.applyAsInt(value);
            case Result.Warned<T>(T value, List<String> warnings) -> {
                warnings.forEach(warning -> out.line("  ! %s", warning));
                yield done.applyAsInt(value);
            }
            case Result.Failed<T>(ErrorCode code, String reason, List<String> details) -> {
                out.line("REFUSED: %s: %s", code.text(), reason);
                details.forEach(detail -> out.line("  %s", detail));
                out.document(
                        Map.of(
                                "outcome",
                                "refused",
                                "code",
                                code.number(),
                                "reason",
                                reason,
                                "details",
                                details));
                yield Exit.NEGATIVE;
            }
        };
    }
}
