package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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
}
