package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Author;
import tare.core.journal.Journal;

/// Texts that are part of identities: none of them may ever change.
class CanonicalJsonTest {
    private static final FieldScheme SCHEME =
            FieldScheme.of("raw id", new BitField("module", 12), new BitField("pixel", 17));

    @Test
    void aLayoutWithoutArraysSaysNothingOfLengths() {
        var layout =
                new BankLayout(
                        "gain", 2, List.of(new FieldDefinition("slope", "e/ADC", FieldType.F32)));
        assertThat(CanonicalJson.of(layout))
                .isEqualTo(
                        "{\"name\":\"gain\",\"version\":2,\"fields\":[{\"name\":\"slope\",\"unit\":\"e/ADC\",\"type\":\"F32\"}]}");
        assertThat(CanonicalJson.of(Layouts.STATUS))
                .isEqualTo("{\"name\":\"status\",\"version\":1,\"fields\":[]}");
    }

    @Test
    void anArraySaysItsLength() {
        assertThat(CanonicalJson.of(Layouts.hist(8)))
                .isEqualTo(
                        "{\"name\":\"hist\",\"version\":1,\"fields\":[{\"name\":\"counts\",\"unit\":\"1\",\"type\":\"I32\",\"length\":10}]}");
    }

    @Test
    void aSchemeListsItsFields() {
        assertThat(CanonicalJson.of(SCHEME))
                .isEqualTo(
                        "{\"name\":\"raw id\",\"fields\":[{\"name\":\"module\",\"bits\":12},{\"name\":\"pixel\",\"bits\":17}]}");
    }

    @Test
    void aHeaderListsItsExtraValuesByNameWithTheirTypes() {
        Map<String, Scalar> extra =
                Map.of("b", Scalar.of(3), "a", Scalar.of("x"), "c", Scalar.of(Double.NaN));
        assertThat(CanonicalJson.of(Header.of(10, extra)))
                .isEqualTo(
                        "{\"pulses\":10,\"flag\":0,\"extra\":{\"a\":{\"text\":\"x\"},\"b\":{\"whole\":3},\"c\":{\"real\":\"NaN\"}}}");
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "1,1.0", "1e21,1.0E21", "-0.0,-0.0", "1e-7,1.0E-7", "100,100.0"})
    void realNumbersAreTheShortestThatReadBack(double value, String text) {
        assertThat(CanonicalJson.of(Header.of(0, Map.of("r", Scalar.of(value)))))
                .endsWith("{\"real\":" + text + "}}}");
    }

    @Test
    void textsAreEscapedAsJsonAsksForAndNoFurther() {
        String awkward = "\" \\ / \b \f \n \r \t \u0001 \u001f \u007f µ 漢 \ud83d\ude00";
        assertThat(CanonicalJson.of(Header.of(0, Map.of("t", Scalar.of(awkward)))))
                .endsWith(
                        "{\"text\":\"\\\" \\\\ / \\b \\f \\n \\r \\t \\u0001 \\u001F \u007f µ 漢 \ud83d\ude00\"}}}");
    }

    /// The number was worked out outside Java, from the text and ten little-endian integers.
    @Test
    void theIdentityIsThatOfContentAndNotOfTheJournal() {
        var builder = BankBuilder.of(Layouts.msn("ADC"), SCHEME, 3, 8);
        Bank bank = builder.freeze(Journal.EMPTY);
        var author = new Author("a", "b");
        var longer = Journal.EMPTY.append(Instant.EPOCH, author, "x", Map.of(), "");
        assertThat(bank.with(longer).identity()).isEqualTo(bank.identity());
        assertThat(bank.identity().hex())
                .isEqualTo("a9c23a9b9847c0810bc9502c4a8de886a031b037c8544b9fbf1db726939a6a56");
        builder.floats("mean")[1] = -0.0f;
        assertThat(builder.freeze(Journal.EMPTY).identity()).isNotEqualTo(bank.identity());
    }
}
