package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    @Test
    void drawsTheSameForTheSamePlaceAndPurpose() {
        assertThat(RandomStream.PULSE.of(1, 2).nextLong())
                .isEqualTo(RandomStream.PULSE.of(1, 2).nextLong());
    }

    @Test
    void drawsOtherNumbersForAnyOtherSeedPlaceOrPurpose() {
        LongStream.Builder firsts = LongStream.builder();
        for (RandomStream purpose : RandomStream.values()) {
            for (long seed = -5; seed < 5; seed++) {
                for (long number = 0; number < 100; number++) {
                    firsts.add(purpose.of(seed, number).nextLong());
                }
            }
        }
        assertThat(firsts.build().distinct().count())
                .isEqualTo(RandomStream.values().length * 1000L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.7, 5, 29, 31, 75})
    void countsOfRareEventsHaveTheirMeanAsVariance(double mean) {
        SplittableRandom random = RandomStream.READOUT.of(42, 0);
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            int count = RandomStream.poisson(random, mean);
            sum += count;
            squares += (double) count * count;
        }
        double average = sum / draws;
        double variance = squares / draws - average * average;
        assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(mean / draws)));
        double varianceError = Math.sqrt((mean + 2 * mean * mean) / draws);
        assertThat(variance).isCloseTo(mean, within(5 * varianceError));
    }

    @Test
    void nothingHappensWhereTheMeanIsZero() {
        assertThat(RandomStream.poisson(new SplittableRandom(1), 0)).isZero();
    }
}
