package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// (fitted − true) / error over many toys.
final class Pulls {
    /// Toys that are enough to see a mean or a width that is off by 0.01: three and four and a half
    /// of their own errors.
    static final int TOYS = 100_000;

    private static final double TOLERANCE = 0.01;

    private final String what;
    private int n;
    private double sum;
    private double squares;

    Pulls(String what) {
        this.what = what;
    }

    void add(double fitted, double truth, double error) {
        double pull = (fitted - truth) / error;
        n++;
        sum += pull;
        squares += pull * pull;
    }

    double mean() {
        return sum / n;
    }

    double width() {
        return Math.sqrt(squares / n - mean() * mean());
    }

    void assertUnit() {
        assertThat(n).as("toys of %s", what).isEqualTo(TOYS);
        assertThat(mean()).as("mean pull of %s", what).isCloseTo(0, within(TOLERANCE));
        assertThat(width()).as("width of pulls of %s", what).isCloseTo(1, within(TOLERANCE));
    }
}
