package tare.synthetic.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.7, 5, 29, 31, 75})
    void countsOfRareEventsHaveTheirMeanAsVariance(double mean) {
        var random = new PlacedRandom(42);
        int draws = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            int count = Poisson.draw(random, mean);
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
        assertThat(Poisson.draw(new PlacedRandom(1), 0)).isZero();
    }
}
