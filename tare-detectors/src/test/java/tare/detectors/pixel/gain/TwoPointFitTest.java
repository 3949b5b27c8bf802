package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tare.detectors.pixel.raw.Counting;

/// A line through two points has no degree of freedom: chi2/ndf counts as infinite, whatever
/// rounding leaves of chi2.
class TwoPointFitTest {
    private static final int LANES = 96;

    /// ADC of the points: the second is not above the first and left out, the last four are a
    /// plateau.
    private static double[] response(int lane) {
        double low = 20 + lane / 2.0;
        double high = low + 40;
        return new double[] {low, low, high, 200, 200, 200, 200};
    }

    @Test
    void itsChi2IsAboveEveryLimit() {
        var axis = new ChargeAxis(new double[] {10, 20, 30, 60, 80, 100, 120}, 6.5, 47, -60);
        var fit = new GainFit(7, LANES, FitSettings.PRODUCTION, Counting.MENDED);
        for (int lane = 0; lane < LANES; lane++) {
            for (int point = 0; point < 7; point++) {
                float mean = (float) response(lane)[point];
                // Four entries, two of them 1 ADC above the mean and two below.
                fit.sums().set(lane, point, 4, 4 * mean, 4 * mean * mean + 4);
            }
        }
        var results = new FitResults(LANES);

        fit.fit(axis, LANES, results);

        for (int lane = 0; lane < LANES; lane++) {
            assertThat(results.points(lane)).as("points of lane " + lane).isEqualTo(2);
            assertThat(results.chi2PerNdf[lane]).as("lane " + lane).isInfinite();
            assertThat(results.status(lane)).as("lane " + lane).isEqualTo(GainStatus.HIGH_CHI2);
        }
    }
}
