package tare.export.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViridisTest {
    private static final Limits UNIT = new Limits(0, 1);

    @Test
    void goesFromDarkBlueToYellow() {
        assertThat(Viridis.rgb(0, UNIT)).isEqualTo(0x440154);
        assertThat(Viridis.rgb(0.5, UNIT)).isEqualTo(0x21918C);
        assertThat(Viridis.rgb(1, UNIT)).isEqualTo(0xFDE725);
    }

    @Test
    void lightnessRisesEvenly() {
        for (int i = 8; i < 256; i += 8) {
            double rise =
                    lightness(Viridis.rgb(i / 256.0, UNIT))
                            - lightness(Viridis.rgb((i - 8) / 256.0, UNIT));
            assertThat(rise).as("up to step %d", i).isBetween(1.5, 3.5);
        }
    }

    @Test
    void infinitiesGetTheColoursOfTheEnds() {
        assertThat(Viridis.rgb(Double.NEGATIVE_INFINITY, UNIT)).isEqualTo(0x440154);
        assertThat(Viridis.rgb(Double.POSITIVE_INFINITY, UNIT)).isEqualTo(0xFDE725);
    }

    /// CIE L*, 0 to 100.
    private static double lightness(int rgb) {
        double y =
                0.2126 * linear(rgb >> 16 & 0xFF)
                        + 0.7152 * linear(rgb >> 8 & 0xFF)
                        + 0.0722 * linear(rgb & 0xFF);
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double linear(int level) {
        double part = level / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
