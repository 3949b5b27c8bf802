package tare.trigger.tcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tare.core.time.RunNumber;
import tare.trigger.table.TableException;

class TcuTest {
    private static final StreamWindow UPPER_HALF = new StreamWindow(48, 16);
    private static final BitStream BIT_63 = BitStream.of(0, 0x8000_0000L, 0, 0);

    @Test
    void firesIfAllOnBitsOfTheWindowAreSet() {
        TriggerMenu menu = TriggerMenu.EMPTY.with(on(7, BitStream.of(0xFF, 0x8001_1234L, 9, 9)));
        assertThat(decide(menu, OffBits.IGNORED, 0x8001, 0xFFFF, 0x8000, 0x0001, 0))
                .containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void neverFiresWithoutAnOnBitInTheWindow() {
        TriggerMenu menu = TriggerMenu.EMPTY.with(on(7, BitStream.of(1, 0xFFFF, 1, 1)));
        assertThat(decide(menu, OffBits.IGNORED, 0, 0xFFFF)).containsExactly(0, 0);
        assertThat(menu.ids()).containsExactly(7);
    }

    @Test
    void oneOfSeveralDefinitionsIsEnough() {
        TriggerMenu menu =
                TriggerMenu.EMPTY
                        .with(on(7, BitStream.of(0, 0x1_0000, 0, 0)))
                        .with(on(7, BitStream.of(0, 0x6_0000, 0, 0)));
        assertThat(menu.of(7)).hasSize(2);
        assertThat(decide(menu, OffBits.IGNORED, 1, 2, 4, 6, 7)).containsExactly(1, 0, 0, 1, 1);
    }

    @Test
    void offBitsAreTestedOnRequestOnly() {
        var definition =
                new TriggerDefinition(0, "veto", 7, BIT_63, BitStream.of(0, 0x1_0000, 0, 1));
        TriggerMenu menu = TriggerMenu.EMPTY.with(definition);
        assertThat(decide(menu, OffBits.IGNORED, 0x8000, 0x8001)).containsExactly(1, 1);
        assertThat(decide(menu, OffBits.TESTED, 0x8000, 0x8001)).containsExactly(1, 0);
    }

    @Test
    void theUppermostBitCountsLikeAnyOther() {
        var window = new StreamWindow(0, 32);
        TriggerMenu menu = TriggerMenu.EMPTY.with(on(7, BitStream.of(0x8000_0001L, 0, 0, 0)));
        Tcu tcu = Tcu.of(menu, window, OffBits.IGNORED);
        Fired fired = tcu.fired(3);
        tcu.decide(new int[] {0x8000_0001, 0x8000_0000, 1}, 3, fired);
        assertThat(fired.of(7)).containsExactly(1, 0, 0);
    }

    @Test
    void listsWhatFiredInAnEventInRisingOrder() {
        TriggerMenu menu = TriggerMenu.EMPTY.with(on(9, BIT_63)).with(on(3, BIT_63));
        Tcu tcu = Tcu.of(menu, UPPER_HALF, OffBits.IGNORED);
        Fired fired = tcu.fired(4);
        tcu.decide(new int[] {0x8000, 0}, 2, fired);
        assertThat(fired.in(0)).containsExactly(3, 9);
        assertThat(fired.in(1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> fired.in(2));
        assertThatIllegalArgumentException().isThrownBy(() -> fired.of(4));
    }

    @Test
    void aNewBlockForgetsTheLast() {
        Tcu tcu = Tcu.of(TriggerMenu.EMPTY.with(on(7, BIT_63)), UPPER_HALF, OffBits.IGNORED);
        Fired fired = tcu.fired(2);
        tcu.decide(new int[] {0x8000, 0x8000}, 2, fired);
        tcu.decide(new int[] {0}, 1, fired);
        assertThat(fired.of(7)[0]).isZero();
        assertThat(fired.events()).isEqualTo(1);
    }

    @Test
    void aWindowSeesTheSameBitsAsTheStream() {
        long seed = 42;
        var random = new SplittableRandom(seed);
        for (int trial = 0; trial < 2000; trial++) {
            var stream = new BitStream(random.nextLong(), random.nextLong());
            int bits = 1 + random.nextInt(32);
            int first = random.nextInt(BitStream.BITS - bits + 1);
            int seen = new StreamWindow(first, bits).of(stream);
            for (int b = 0; b < bits; b++) {
                assertThat(seen >>> b & 1)
                        .as("seed %d, window %d+%d, bit %d", seed, first, bits, b)
                        .isEqualTo(stream.isSet(first + b) ? 1 : 0);
            }
            assertThat(bits == 32 ? 0 : seen >>> bits).isZero();
        }
    }

    @Test
    void aStreamIsFourWords() {
        BitStream stream = BitStream.of(1, 0xFFFF_FFFFL, 3, 0x8000_0000L);
        assertThat(new long[] {stream.word(0), stream.word(1), stream.word(2), stream.word(3)})
                .containsExactly(1, 0xFFFF_FFFFL, 3, 0x8000_0000L);
        assertThat(stream).hasToString("0x8000000000000003ffffffff00000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitStream.of(0, 1L << 32, 0, 0))
                .withMessage("a stream word has 32 bits, got 0x100000000");
    }

    @Test
    void windowsComeFromATableByRun() {
        WindowTable table = read("0,10\n48,20\n");
        assertThat(table.at(new RunNumber(19), 32)).isEqualTo(new StreamWindow(0, 32));
        assertThat(table.at(new RunNumber(20), 16)).isEqualTo(UPPER_HALF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.at(new RunNumber(9), 16))
                .withMessageContaining("no stream bits are known in run 9");
        assertThatExceptionOfType(TableException.class).isThrownBy(() -> read("0,10\n48,10\n"));
    }

    private static WindowTable read(String rows) {
        return WindowTable.read(new StringReader("first_stream_bit,first_run\n" + rows), "d.csv");
    }

    private static TriggerDefinition on(int id, BitStream on) {
        return new TriggerDefinition(0, "test", id, on, BitStream.EMPTY);
    }

    private static int[] decide(TriggerMenu menu, OffBits offBits, int... words) {
        Tcu tcu = Tcu.of(menu, UPPER_HALF, offBits);
        Fired fired = tcu.fired(words.length);
        tcu.decide(words, words.length, fired);
        return fired.of(7);
    }
}
