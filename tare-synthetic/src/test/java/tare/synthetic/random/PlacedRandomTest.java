package tare.synthetic.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacedRandomTest {
    @Test
    void aPlaceGivesTheSameNumbersWhateverWasDrawnBefore() {
        var random = new PlacedRandom(3);
        long first = random.at(7, 9).nextLong();
        long second = random.nextLong();
        for (int i = 0; i < 100; i++) random.at(i, 3L * i).nextGaussian();
        random.at(7, 9);
        assertThat(random.nextLong()).isEqualTo(first);
        assertThat(random.nextLong()).isEqualTo(second);
        assertThat(new PlacedRandom(3).at(7, 9).nextLong()).isEqualTo(first);
    }

    @Test
    void noTwoPlacesOrSeedsBeginAlike() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = -3; seed < 3; seed++) {
            var random = new PlacedRandom(seed);
            for (int row = 0; row < 100; row++) {
                for (int column = 0; column < 100; column++) {
                    firsts.add(random.at(row, column).nextLong());
                }
            }
        }
        assertThat(firsts).hasSize(6 * 100 * 100);
    }

    /// What neighbours draw would show here if mixing left anything of the order of places.
    @Test
    void neighboursAreNotCorrelated() {
        var random = new PlacedRandom(8);
        int places = 200_000;
        double acrossRows = 0;
        double acrossColumns = 0;
        for (int i = 0; i < places; i++) {
            double here = random.at(i, 5).nextGaussian();
            acrossRows += here * random.at(i + 1, 5).nextGaussian();
            acrossColumns += here * random.at(i, 6).nextGaussian();
        }
        double error = 1 / Math.sqrt(places);
        assertThat(acrossRows / places).isCloseTo(0, within(5 * error));
        assertThat(acrossColumns / places).isCloseTo(0, within(5 * error));
    }
}
