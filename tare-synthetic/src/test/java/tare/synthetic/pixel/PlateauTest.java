package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlateauTest {
    @Test
    void aSharpPlateauIsExactlyLinearBelow() {
        assertThat(Plateau.SHARP.response(123.25, 190)).isEqualTo(123.25);
        assertThat(Plateau.SHARP.response(190.5, 190)).isEqualTo(190);
    }

    @Test
    void aSoftPlateauJoinsLineAndSaturation() {
        assertThat(Plateau.SOFT.response(-1000, 190)).isEqualTo(-1000, within(1e-9));
        assertThat(Plateau.SOFT.response(100, 190)).isEqualTo(100, within(1e-5));
        assertThat(Plateau.SOFT.response(190, 190)).isEqualTo(190 - 6 * Math.log(2), within(1e-9));
        assertThat(Plateau.SOFT.response(300, 190)).isEqualTo(190, within(1e-6));
    }

    @Test
    void aSoftPlateauNeverFalls() {
        double before = Double.NEGATIVE_INFINITY;
        for (double linear = -300; linear < 600; linear += 0.5) {
            double response = Plateau.SOFT.response(linear, 190);
            assertThat(response).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(190);
            before = response;
        }
    }
}
