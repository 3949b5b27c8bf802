package tare.detectors.calorimeter.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.trigger.dsm.AlgorithmSheet;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.RegisterDefinition;
import tare.trigger.dsm.Registers;

/// What holds for every algorithm, on random words.
class AlgorithmPropertiesTest {
    private static final long SEED = 20090413;
    private static final int EVENTS = 517;

    /// An algorithm by its name in reports.
    record Named(DsmAlgorithm algorithm) {
        @Override
        public String toString() {
            return algorithm.sheet().name() + ", seed " + SEED;
        }
    }

    static Stream<Named> algorithms() {
        return CalorimeterTrigger.algorithms().algorithms().stream().map(Named::new);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void theSizeOfABlockDoesNotMatter(Named named) {
        DsmAlgorithm algorithm = named.algorithm();
        Registers registers = registers(algorithm.sheet());
        BoardWords whole = random(algorithm.sheet());
        algorithm.run(whole, registers);

        for (int size : new int[] {1, 3, 64, 500}) {
            var block = new BoardWords(algorithm.sheet(), size);
            for (int from = 0; from < EVENTS; from += size) {
                int n = Math.min(size, EVENTS - from);
                copy(whole, from, block, n);
                algorithm.run(block, registers);
                assertSame(whole, from, block, n);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void bitsAboveTheChannelChangeNothing(Named named) {
        DsmAlgorithm algorithm = named.algorithm();
        Registers registers = registers(algorithm.sheet());
        BoardWords plain = random(algorithm.sheet());
        algorithm.run(plain, registers);

        var loud = new BoardWords(algorithm.sheet(), EVENTS);
        copy(plain, 0, loud, EVENTS);
        for (int[] channel : loud.inputs()) {
            for (int e = 0; e < EVENTS; e++) channel[e] |= -1 << algorithm.sheet().channelBits();
        }
        algorithm.run(loud, registers);
        assertSame(plain, 0, loud, EVENTS);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void onlyTheBitsOfTheSheetAreSet(Named named) {
        AlgorithmSheet sheet = named.algorithm().sheet();
        BoardWords words = random(sheet);
        named.algorithm().run(words, registers(sheet));

        int allowed = -1 >>> (32 - sheet.outputBits());
        assertThat(Arrays.stream(words.output())).allMatch(word -> (word & ~allowed) == 0);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void registersOutsideTheSheetChangeNothing(Named named) {
        DsmAlgorithm algorithm = named.algorithm();
        Registers registers = registers(algorithm.sheet());
        BoardWords plain = random(algorithm.sheet());
        algorithm.run(plain, registers);

        var known = algorithm.sheet().registers().stream().map(RegisterDefinition::number).toList();
        Registers noisy = registers;
        for (int r = 0; r < Registers.COUNT; r++) if (!known.contains(r)) noisy = noisy.with(r, 5);
        BoardWords again = random(algorithm.sheet());
        algorithm.run(again, noisy);
        assertSame(plain, 0, again, EVENTS);
    }

    private static BoardWords random(AlgorithmSheet sheet) {
        var random = new SplittableRandom(SEED);
        var words = new BoardWords(sheet, EVENTS);
        words.setEvents(EVENTS);
        for (int[] channel : words.inputs()) {
            for (int e = 0; e < EVENTS; e++) channel[e] = random.nextInt(1 << sheet.channelBits());
        }
        return words;
    }

    private static Registers registers(AlgorithmSheet sheet) {
        var random = new SplittableRandom(SEED + 1);
        Registers registers = Registers.NONE;
        for (RegisterDefinition register : sheet.registers()) {
            int value = random.nextInt(1 << Math.min(register.bits(), 6));
            registers = registers.with(register.number(), value);
        }
        return registers;
    }

    private static void copy(BoardWords from, int first, BoardWords into, int events) {
        into.setEvents(events);
        for (int c = 0; c < from.inputs().length; c++) {
            System.arraycopy(from.inputs()[c], first, into.inputs()[c], 0, events);
        }
    }

    private static void assertSame(BoardWords whole, int from, BoardWords block, int events) {
        assertThat(Arrays.copyOf(block.output(), events))
                .isEqualTo(Arrays.copyOfRange(whole.output(), from, from + events));
        for (int w = 0; w < whole.information().length; w++) {
            assertThat(Arrays.copyOf(block.information()[w], events))
                    .isEqualTo(Arrays.copyOfRange(whole.information()[w], from, from + events));
        }
    }
}
