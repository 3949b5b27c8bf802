package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "66560, 66560",
        "-3, -3",
        "0.1, 0.1",
        "40.13661234, 40.1366",
        "123456.789, 123457",
        "0.000123456789, 0.000123457",
        "0.00001234567, 1.23457e-05",
        "1e12, 1.00000e+12",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void numbersHaveSixDigits(double value, String text) {
        assertThat(Words.number(value)).isEqualTo(text);
    }

    @Test
    void longListsEndInACount() {
        assertThat(Words.some(List.of())).isEqualTo("none");
        assertThat(Words.some(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(Words.some(Collections.nCopies(7, "a"))).isEqualTo("a, a, a, a, a and 2 more");
    }

    @Test
    void linesBreakAtSpacesAndOtherwiseAnywhere() {
        assertThat(Words.wrapped("one two three", 8)).containsExactly("one two", "three");
        assertThat(Words.wrapped("abcdefghij k", 4)).containsExactly("abcd", "efgh", "ij k");
        assertThat(Words.wrapped("a\n\n b ", 4)).containsExactly("a", "b");
        assertThat(Words.wrapped("", 4)).isEmpty();
    }
}
