package tare.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
    private static final Result<Integer> DONE = Result.of(1);
    private static final Result<Integer> WARNED = Result.of(1, List.of("first"));
    private static final Result<Integer> FAILED =
            new Result.Failed<>(ErrorCode.NOT_FOUND, "no such bank", List.of("bank 7"));

    /// Compiles without a default, so a fourth outcome could not be forgotten.
    private static String words(Result<Integer> result) {
        return switch (result) {
            case Result.Done<Integer>(Integer value) -> "done " + value;
            case Result.Warned<Integer>(Integer value, var warnings) ->
                    "done " + value + " but " + warnings;
            case Result.Failed<Integer>(var code, String reason, var details) ->
                    code + ": " + reason + " " + details;
        };
    }

    @Test
    void hasThreeOutcomes() {
        assertThat(words(DONE)).isEqualTo("done 1");
        assertThat(words(WARNED)).isEqualTo("done 1 but [first]");
        assertThat(words(FAILED)).isEqualTo("not found (2): no such bank [bank 7]");
        assertThat(Result.class.getPermittedSubclasses()).hasSize(3);
    }

    @Test
    void tellsItsCodeAndWhetherItWorked() {
        assertThat(DONE.code()).isEqualTo(ErrorCode.OK);
        assertThat(WARNED.code()).isEqualTo(ErrorCode.WARNING);
        assertThat(FAILED.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(DONE.isSuccess()).isTrue();
        assertThat(WARNED.isSuccess()).isTrue();
        assertThat(FAILED.isSuccess()).isFalse();
    }

    @Test
    void noWarningIsNoWarning() {
        assertThat(Result.of(1, List.of())).isEqualTo(DONE);
        assertThatThrownBy(() -> new Result.Warned<>(1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a warning needs a text");
    }

    @Test
    void theNextStepKeepsEarlierWarnings() {
        assertThat(DONE.then(i -> Result.of(i + 1))).isEqualTo(Result.of(2));
        assertThat(WARNED.then(i -> Result.of(i + 1))).isEqualTo(Result.of(2, List.of("first")));
        assertThat(WARNED.then(i -> Result.of(i + 1, List.of("second"))))
                .isEqualTo(Result.of(2, List.of("first", "second")));
        assertThat(WARNED.then(_ -> FAILED)).isEqualTo(FAILED);
    }

    @Test
    void afterAFailureNothingIsDone() {
        Result<String> after =
                FAILED.then(
                        _ -> {
                            throw new AssertionError("was done");
                        });
        assertThat(after)
                .isEqualTo(
                        new Result.Failed<String>(
                                ErrorCode.NOT_FOUND, "no such bank", List.of("bank 7")));
    }

    @Test
    void givesItsValueOrThrowsAllItKnows() {
        assertThat(DONE.orElseThrow()).isEqualTo(1);
        assertThat(WARNED.orElseThrow()).isEqualTo(1);
        assertThatThrownBy(FAILED::orElseThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not found (2): no such bank; [bank 7]");
    }

    @Test
    void noFailureHasACodeOfSuccess() {
        for (ErrorCode code : List.of(ErrorCode.OK, ErrorCode.WARNING)) {
            assertThatThrownBy(() -> Result.failed(code, "x").code())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no failure has code " + code);
        }
    }

    @Test
    void whatItFoundCannotBeChangedLater() {
        var details = new ArrayList<>(List.of("one"));
        var failed = new Result.Failed<Integer>(ErrorCode.CONFLICT, "x", details);
        details.add("two");
        assertThat(failed.details()).containsExactly("one");
    }
}
