package tare.core.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @CsvFileSource(resources = "known-answers.csv")
    void givesTheKnownAnswers(String text, int repeats, String digest) {
        String message = text.repeat(repeats);
        assertThat(Sha256.of(message)).hasToString(digest);
        assertThat(Sha256.of(message.getBytes(UTF_8)).hex()).isEqualTo(digest);
        assertThat(Sha256.of(MemorySegment.ofArray(message.getBytes(UTF_8))).hex())
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB + 17})
    void aSegmentOfAnySizeHasTheDigestOfItsBytes(int size) {
        byte[] bytes = bytes(size);
        assertThat(Sha256.of(MemorySegment.ofArray(bytes))).isEqualTo(Sha256.of(bytes));
        try (var arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocate(size);
            copy.copyFrom(MemorySegment.ofArray(bytes));
            assertThat(Sha256.of(copy.asReadOnly())).isEqualTo(Sha256.of(bytes));
        }
    }

    @Test
    void piecesAddUpToTheWhole() {
        byte[] bytes = bytes(3 * MIB);
        MemorySegment whole = MemorySegment.ofArray(bytes);
        var digest = Sha256.digester();
        Sha256.update(digest, whole.asSlice(0, MIB + 3));
        Sha256.update(digest, whole.asSlice(MIB + 3, 0));
        Sha256.update(digest, whole.asSlice(MIB + 3));
        assertThat(Sha256.finish(digest)).isEqualTo(Sha256.of(bytes));
    }

    @Test
    void bytesAndDigitsSayTheSame() {
        Sha256 hash = Sha256.of("abc");
        byte[] stored = new byte[40];
        System.arraycopy(hash.toBytes(), 0, stored, 5, 32);
        assertThat(hash.toBytes()).hasSize(32).startsWith(0xba, 0x78, 0x16);
        assertThat(Sha256.at(stored, 5)).isEqualTo(hash);
    }

    @Test
    void briefIsTheFirst12Digits() {
        assertThat(Sha256.of("abc").brief()).isEqualTo("ba7816bf8f01");
    }

    @Test
    void aTruncatedArrayIsRefused() {
        assertThatThrownBy(() -> Sha256.at(new byte[40], 9))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba7816bf", "UPPER", "65", "digit"})
    void anythingBut64LowerCaseDigitsIsRefused(String kind) {
        String valid = Sha256.of("abc").hex();
        String hex =
                switch (kind) {
                    case "UPPER" -> "B" + valid.substring(1);
                    case "65" -> valid + "0";
                    case "digit" -> "g" + valid.substring(1);
                    default -> kind;
                };
        assertThatThrownBy(() -> new Sha256(hex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got '" + hex + "'");
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
