package tare.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSchemeTest {

    private static final FieldScheme PIXEL =
            FieldScheme.of(
                    "pixel-address",
                    new BitField("FED", 12),
                    new BitField("link", 6),
                    new BitField("ROC", 5));

    /// A scheme of random fields, filled up to `bits` together.
    private static FieldScheme scheme(Random random, int bits) {
        var fields = new ArrayList<BitField>();
        for (int left = bits; left > 0; left -= fields.getLast().bits()) {
            int width = 1 + random.nextInt(Math.min(left, 32));
            fields.add(new BitField("field" + fields.size(), width));
        }
        return new FieldScheme("random", fields);
    }

    private static long[] values(Random random, FieldScheme scheme) {
        return scheme.fields().stream()
                .mapToLong(field -> random.nextLong() >>> (64 - field.bits()))
                .toArray();
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {1, 17, 31, 48, 63})
    void whatWasPackedIsReadBack(int bits) {
        var random = new Random(bits);
        FieldScheme scheme = scheme(random, bits);
        assertThat(scheme.bits()).isEqualTo(bits);
        for (int i = 0; i < 1000; i++) {
            long[] values = values(random, scheme);
            long packed = scheme.pack(values);
            assertThat(packed).isNotNegative();
            assertThat(read(scheme, packed)).as("%s", scheme).isEqualTo(values);
            assertThat(scheme.format(packed)).isEqualTo(words(scheme, values));
        }
    }

    private static long[] read(FieldScheme scheme, long packed) {
        return scheme.fields().stream()
                .mapToLong(field -> scheme.value(packed, field.name()))
                .toArray();
    }

    private static String words(FieldScheme scheme, long[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> scheme.fields().get(i).name() + " " + values[i])
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {1, 17, 31, 48, 63})
    void theLargestValuesFillAllBits(int bits) {
        FieldScheme scheme = scheme(new Random(bits), bits);
        long[] largest = scheme.fields().stream().mapToLong(f -> (1L << f.bits()) - 1).toArray();
        assertThat(scheme.pack(largest)).isEqualTo(-1L >>> (64 - bits));
    }

    @Test
    void packedValuesSortAsTheirFieldsDo() {
        assertThat(PIXEL.pack(1, 63, 31)).isLessThan(PIXEL.pack(2, 0, 0));
        assertThat(PIXEL.pack(1, 2, 31)).isLessThan(PIXEL.pack(1, 3, 0));
    }

    @Test
    void theLastFieldStandsInBit0() {
        assertThat(PIXEL.pack(0, 0, 1)).isEqualTo(1);
        assertThat(PIXEL.pack(0, 1, 0)).isEqualTo(1 << 5);
        assertThat(PIXEL.pack(1, 0, 0)).isEqualTo(1 << 11);
    }

    @Test
    void speaksTheFieldsNames() {
        assertThat(PIXEL.format(PIXEL.pack(1205, 3, 2))).isEqualTo("FED 1205 link 3 ROC 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 64, Long.MAX_VALUE, Long.MIN_VALUE})
    void aValueThatDoesNotFitIsNamed(long link) {
        assertThatThrownBy(() -> PIXEL.pack(1, link, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pixel-address: link must be 0..63, got " + link);
    }

    @Test
    void theNumberOfValuesIsThatOfTheFields() {
        assertThatThrownBy(() -> PIXEL.pack(1, 2))
                .hasMessage("pixel-address has 3 fields, got 2 values");
    }

    @Test
    void anUnknownFieldIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> PIXEL.value(0, "link "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pixel-address has no field 'link '")
                .hasMessageContaining("ROC");
    }

    @Test
    void sixtyFourBitsAreRefused() {
        assertThatThrownBy(
                        () -> FieldScheme.of("wide", new BitField("a", 32), new BitField("b", 32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scheme wide needs 64 bits, 63 fit");
    }

    @Test
    void aSchemeHasANameAndFieldsOfDifferentNames() {
        assertThatThrownBy(() -> FieldScheme.of(" ", new BitField("a", 1)))
                .hasMessage("a scheme needs a name");
        assertThatThrownBy(() -> FieldScheme.of("empty")).hasMessage("scheme empty has no fields");
        assertThatThrownBy(() -> FieldScheme.of("s", new BitField("a", 1), new BitField("a", 2)))
                .hasMessageContaining("scheme s names a field twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 33})
    void aFieldIs1To32BitsWide(int bits) {
        assertThatThrownBy(() -> new BitField("row", bits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field row must be 1 to 32 bits wide, got " + bits);
    }

    @Test
    void laterChangesOfTheListDoNotReachTheScheme() {
        var fields = new ArrayList<>(List.of(new BitField("a", 3)));
        var scheme = new FieldScheme("s", fields);
        fields.add(new BitField("b", 3));
        assertThat(scheme.bits()).isEqualTo(3);
    }
}
