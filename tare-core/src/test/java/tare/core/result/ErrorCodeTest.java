package tare.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {
    @ParameterizedTest
    @CsvSource({
        "OK,0,ok",
        "WARNING,1,'ok, with warnings'",
        "NOT_FOUND,2,not found",
        "WRONG_STRUCTURE,3,wrong structure",
        "CONTENT_FAILED,4,content failed",
        "TOO_MANY_FAILED,5,too many channels failed",
        "NOT_AUTHORISED,6,not authorised",
        "CONFLICT,7,conflict",
        "INPUT_OUTPUT,8,input or output failed",
        "BAD_ARGUMENT,9,bad argument"
    })
    void numbersAndTextsAreFrozen(String name, int number, String text) throws Exception {
        assertThat(ErrorCode.class.getField(name).get(null))
                .isEqualTo(new ErrorCode(number, text))
                .hasToString(text + " (" + number + ")");
    }

    @Test
    void theFrozenOnesAreZeroToNine() throws Exception {
        var numbers = new ArrayList<Integer>();
        for (var field : ErrorCode.class.getFields()) {
            boolean isCode =
                    Modifier.isStatic(field.getModifiers()) && field.getType() == ErrorCode.class;
            if (isCode) numbers.add(((ErrorCode) field.get(null)).number());
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(ErrorCode.FIRST_OF_TYPES).isEqualTo(10);
    }

    @Test
    void codesFromTenOnBelongToTypes() {
        assertThat(ErrorCode.ofType(42, "crate missing").number()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1})
    void aTypeCannotTakeAFrozenCode(int number) {
        assertThatThrownBy(() -> ErrorCode.ofType(number, "mine"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codes below 10 are frozen, got " + number);
    }

    @Test
    void aCodeHasANumberAndAText() {
        assertThatThrownBy(() -> new ErrorCode(-1, "x")).hasMessage("a code is >= 0, got -1");
        assertThatThrownBy(() -> new ErrorCode(12, " ")).hasMessage("code 12 needs a text");
    }
}
