package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpBuilder;
import tare.detectors.pixel.raw.FedHeader;

class EventNumbersTest {
    private static final int EVENTS = 1000;
    private static final int MAX = FedHeader.MAX_EVENT;

    private static EventNumbers of(Counting counting, int firstEvent, int... numbers) {
        return EventNumbers.of(dump(numbers).index(counting), firstEvent, EVENTS);
    }

    private static DumpBuilder dump(int... numbers) {
        DumpBuilder dump = DumpBuilder.ofRun(1);
        for (int number : numbers) dump.block(number);
        return dump;
    }

    @Test
    void saysNothingOfAnEmptyDump() {
        EventNumbers none = of(Counting.MENDED, 1);
        assertThat(none.ofBlock()).isEmpty();
        assertThat(none.first()).isZero();
        assertThat(none.missing()).isZero();
    }

    @Test
    void countsMissingRepeatedAndBackwardNumbers() {
        EventNumbers numbers = of(Counting.MENDED, 1, 3, 4, 7, 7, 5, 9);
        assertThat(numbers.ofBlock()).containsExactly(3, 4, 7, 7, 5, 9);
        assertThat(numbers.first()).isEqualTo(3);
        assertThat(numbers.last()).isEqualTo(9);
        assertThat(numbers.missing()).as("6 and 8").isEqualTo(2);
        assertThat(numbers.repeated()).isEqualTo(1);
        assertThat(numbers.backwards()).isEqualTo(1);
    }

    @Test
    void countsInReadingOrderAsTheReferenceDoes() {
        EventNumbers numbers = of(Counting.AS_REFERENCE, 100, 3, 4, 7, 7, 5, 9);
        assertThat(numbers.ofBlock()).containsExactly(1, 2, 3, 3, 4, 5);
        assertThat(numbers.missing()).isEqualTo(2);
    }

    @Test
    void holdsTheLargestNumberOfAHeader() {
        EventNumbers numbers = EventNumbers.of(dump(1, MAX).index(Counting.MENDED), 1, MAX);
        assertThat(numbers.ofBlock()).containsExactly(1, MAX);
        assertThat(numbers.missing()).isEqualTo(MAX - 2L);
    }

    @Test
    void goesOnWithZeroAfterTheLargestNumber() {
        EventNumbers numbers = of(Counting.MENDED, MAX - 1, MAX - 1, MAX, 0, 1, 3);
        assertThat(numbers.ofBlock()).containsExactly(1, 2, 3, 4, 6);
        assertThat(numbers.first()).isEqualTo(MAX - 1);
        assertThat(numbers.last()).isEqualTo(3);
        assertThat(numbers.missing()).as("number 2").isEqualTo(1);
        assertThat(numbers.repeated()).isZero();
        assertThat(numbers.backwards()).isZero();
    }

    @Test
    void takesANumberJustBeforeTheFirstForAnEventBeforeTheScan() {
        EventNumbers numbers = of(Counting.MENDED, 1, MAX, 0, 1, 2);
        assertThat(numbers.ofBlock()).containsExactly(-1, 0, 1, 2);
        assertThat(numbers.first()).isEqualTo(MAX);
        assertThat(numbers.missing()).isZero();
        assertThat(numbers.backwards()).isZero();
    }

    @Test
    void countsBlocksThatComeLateAcrossTheLargestNumber() {
        EventNumbers numbers = of(Counting.MENDED, MAX, MAX, 1, 0, 2, MAX);
        assertThat(numbers.ofBlock()).containsExactly(1, 3, 2, 4, 1);
        assertThat(numbers.missing()).isZero();
        assertThat(numbers.repeated()).isEqualTo(1);
        assertThat(numbers.backwards()).isEqualTo(2);
    }

    /// Every number of a scan of nearly all numbers, wherever it begins, is an event of it.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 23, MAX})
    void placesEveryEventOfTheLongestScan(int firstEvent) {
        int[] events = {1, 2, 1 << 23, MAX - 1, MAX};
        DumpBuilder dump = DumpBuilder.ofRun(1);
        for (int event : events) dump.block(event - 1 + firstEvent & MAX);
        EventNumbers numbers = EventNumbers.of(dump.index(Counting.MENDED), firstEvent, MAX);
        assertThat(numbers.ofBlock()).containsExactly(1, 2, 1 << 23, MAX - 1, MAX);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithASetOfNumbers(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] numbers = random.ints(500, 0, 1000).toArray();
        var distinct = new TreeSet<Integer>();
        Arrays.stream(numbers).forEach(distinct::add);
        EventNumbers found = of(Counting.MENDED, 1, numbers);
        assertThat(found.repeated()).as("seed %d", seed).isEqualTo(500L - distinct.size());
        assertThat(found.missing())
                .as("seed %d", seed)
                .isEqualTo(distinct.last() - distinct.first() + 1L - distinct.size());
    }
}
