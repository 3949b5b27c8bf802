package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hipparchus.fitting.GaussianCurveFitter;
import org.hipparchus.fitting.WeightedObservedPoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.BankBuilder;
import tare.core.channel.FitStatus;

/// Both fits of a Gaussian peak.
class PeakFitsTest {
    private enum Way {
        CLOSED {
            @Override
            ChannelFit<HistogramColumns> fit() {
                return new LogParabolaFit("ns", LogParabolaFit.TWO_SIGMA);
            }
        },
        LIKELIHOOD {
            @Override
            ChannelFit<HistogramColumns> fit() {
                return new PeakLikelihoodFit("ns", 0);
            }
        };

        abstract ChannelFit<HistogramColumns> fit();
    }

    /// Expected entries, rounded: bins of 0.5 ns from −20 ns.
    private static HistogramColumns expected(double entries, double mean, double sigma) {
        int bins = 80;
        long[] counts = new long[bins + 2];
        for (int bin = 0; bin < bins; bin++) {
            double low = -20 + 0.5 * bin;
            double part = Normal.between((low - mean) / sigma, (low + 0.5 - mean) / sigma);
            counts[bin + 1] = Math.round(entries * part);
        }
        return new HistogramColumns.Counted(bins, -20, 20, counts);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheGaussianThatMadeTheBins(Way way) {
        for (double mean : new double[] {-11.3, 0, 0.25, 7.9}) {
            BankBuilder peak = Rows.fit(way.fit(), expected(1e9, mean, 2));
            assertThat(Rows.status(peak, 0)).isEqualTo(FitStatus.OK);
            assertThat(peak.floats("mean")[0]).isCloseTo((float) mean, within(1e-5f));
            assertThat(peak.floats("sigma")[0]).isCloseTo(2, within(2e-5f));
            double amplitude = 1e9 * 0.5 / 2 / Math.sqrt(2 * Math.PI);
            assertThat((double) peak.floats("amplitude")[0])
                    .isCloseTo(amplitude, within(2e-5 * amplitude));
        }
    }

    /// Textbook: error of the mean σ / √n, of the width σ / √(2n); the closed form sees only the
    /// bins within two standard deviations.
    @Test
    void errorsOfTheLikelihoodAreTheTextbooks() {
        BankBuilder peak = Rows.fit(Way.LIKELIHOOD.fit(), expected(1e6, 1, 2));
        assertThat(peak.floats("mean_error")[0]).isCloseTo(2e-3f, within(1e-5f));
        assertThat(peak.floats("sigma_error")[0]).isCloseTo(2e-3f / 1.4142f, within(2e-5f));
        BankBuilder closed = Rows.fit(Way.CLOSED.fit(), expected(1e6, 1, 2));
        assertThat(closed.floats("mean_error")[0]).isBetween(2e-3f, 3e-3f);
    }

    /// Where bins are as wide as the peak, only the likelihood takes their width for what it is.
    @Test
    void likelihoodKeepsToTheTruthInWideBins() {
        BankBuilder peak = Rows.fit(Way.LIKELIHOOD.fit(), expected(1e7, 0.3, 0.3));
        assertThat(peak.floats("mean")[0]).isCloseTo(0.3f, within(1e-4f));
        assertThat(peak.floats("sigma")[0]).isCloseTo(0.3f, within(1e-4f));
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /// 300 entries are too few for the closed form's errors, and plenty for the likelihood.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheMomentsOfAPureGaussian(long seed) {
        var random = new SplittableRandom(seed);
        int bins = 400;
        long[] counts = new long[bins + 2];
        double[] samples = random.doubles(300, 0, 1).map(_ -> random.nextGaussian()).toArray();
        for (double sample : samples) counts[1 + (int) ((sample + 10) * 20)]++;
        double mean = Arrays.stream(samples).average().orElseThrow();
        double sigma =
                Math.sqrt(Arrays.stream(samples).map(s -> (s - mean) * (s - mean)).sum() / 300);
        BankBuilder peak =
                Rows.fit(Way.LIKELIHOOD.fit(), new HistogramColumns.Counted(bins, -10, 10, counts));
        // Bins of a twentieth of the width blur the moments by less than this.
        assertThat((double) peak.floats("mean")[0]).isCloseTo(mean, within(3e-3));
        assertThat((double) peak.floats("sigma")[0]).isCloseTo(sigma, within(5e-3));
    }

    /// Least squares on the same bins, from another library: chi-square and likelihood differ by
    /// less than a tenth of an error where bins are well filled.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithHipparchusLeastSquares(long seed) {
        var random = new SplittableRandom(seed);
        HistogramColumns columns = expected(2e5, 1.7, 4);
        double[] content = new double[80];
        columns.copy(0, content, new double[80]);
        long[] counts = new long[82];
        var points = new WeightedObservedPoints();
        for (int bin = 0; bin < 80; bin++) {
            if (content[bin] == 0) continue;
            counts[bin + 1] = CountedToys.poisson(content[bin]).next(random);
            points.add(1 / content[bin], columns.center(bin), (double) counts[bin + 1]);
        }
        double[] expected = GaussianCurveFitter.create().fit(points.toList());
        var seen = new HistogramColumns.Counted(80, -20, 20, counts);
        for (Way way : Way.values()) {
            BankBuilder peak = Rows.fit(way.fit(), seen);
            assertThat((double) peak.floats("mean")[0])
                    .as("%s", way)
                    .isCloseTo(expected[1], within(0.04));
            assertThat((double) peak.floats("sigma")[0])
                    .as("%s", way)
                    .isCloseTo(expected[2], within(0.04));
        }
        BankBuilder peak = Rows.fit(Way.LIKELIHOOD.fit(), seen);
        assertThat((double) peak.floats("mean")[0])
                .isCloseTo(expected[1], within(0.1 * peak.floats("mean_error")[0]));
    }

    @ParameterizedTest
    @EnumSource
    void moveAndStretchWithTheAxis(Way way) {
        long[] counts = {0, 3, 40, 230, 390, 260, 55, 2, 0};
        BankBuilder one = Rows.fit(way.fit(), new HistogramColumns.Counted(7, 0, 7, counts));
        BankBuilder other = Rows.fit(way.fit(), new HistogramColumns.Counted(7, 100, 170, counts));
        assertThat(other.floats("mean")[0])
                .isCloseTo(100 + 10 * one.floats("mean")[0], within(1e-4f));
        assertThat(other.floats("sigma")[0]).isCloseTo(10 * one.floats("sigma")[0], within(1e-5f));
        assertThat(other.floats("sigma_error")[0])
                .isCloseTo(10 * one.floats("sigma_error")[0], within(1e-5f));
        assertThat(other.floats("amplitude")[0]).isEqualTo(one.floats("amplitude")[0]);
        assertThat(other.floats("chi2")[0]).isEqualTo(one.floats("chi2")[0]);
    }

    /// Entries of weight 0.25: the same peak with the same errors, a quarter as high.
    @ParameterizedTest
    @EnumSource
    void weightsScaleTheAmplitudeOnly(Way way) {
        double[] counts = {0, 3, 40, 230, 390, 260, 55, 2, 0};
        double[] sums = Arrays.stream(counts).map(c -> c / 4).toArray();
        double[] squares = Arrays.stream(counts).map(c -> c / 16).toArray();
        long[] whole = Arrays.stream(counts).mapToLong(c -> (long) c).toArray();
        BankBuilder one = Rows.fit(way.fit(), new HistogramColumns.Counted(7, 0, 7, whole));
        BankBuilder quarter =
                Rows.fit(way.fit(), new HistogramColumns.Weighted(7, 0, 7, sums, squares));
        for (String field : new String[] {"mean", "sigma", "mean_error", "sigma_error", "chi2"}) {
            assertThat(quarter.floats(field)[0])
                    .as("%s", field)
                    .isCloseTo(one.floats(field)[0], within(1e-5f));
        }
        assertThat(quarter.floats("amplitude")[0])
                .isCloseTo(one.floats("amplitude")[0] / 4, within(1e-3f));
        assertThat(quarter.floats("amplitude_error")[0])
                .isCloseTo(one.floats("amplitude_error")[0] / 4, within(1e-3f));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED,     '0 0 0 0 0 0 0',        NO_DATA",
        "CLOSED,     '0 0 0 0 0 0 4',        OUT_OF_HISTOGRAM_RANGE",
        "CLOSED,     '0 0 0 99 0 0 0',       TOO_FEW_SAMPLES",
        "CLOSED,     '0 99 60 50 60 99 0',   NON_FINITE_RESULT",
        "CLOSED,     '0 9 -1 5 3 1 0',       NON_FINITE_INPUT",
        "CLOSED,     '0 900 700 500 340 220 0', OUT_OF_HISTOGRAM_RANGE",
        "CLOSED,     '0 1 30 80 30 1 0',     OK",
        "LIKELIHOOD, '0 0 0 0 0 0 0',        NO_DATA",
        "LIKELIHOOD, '0 0 0 0 0 0 4',        OUT_OF_HISTOGRAM_RANGE",
        "LIKELIHOOD, '0 0 0 99 12 0 0',      TOO_FEW_SAMPLES",
        "LIKELIHOOD, '0 9 -1 5 3 1 0',       NON_FINITE_INPUT",
        "LIKELIHOOD, '0 900 700 500 340 220 0', OUT_OF_HISTOGRAM_RANGE",
        "LIKELIHOOD, '0 90 60 50 60 90 0',   AT_BOUND",
        "LIKELIHOOD, '0 1 30 80 30 1 0',     OK",
    })
    void endWithAStatus(Way way, String counts, FitStatus expected) {
        long[] numbers = Arrays.stream(counts.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        var histogram = new HistogramColumns.Counted(numbers.length - 2, -1, 1, numbers);
        assertThat(Rows.status(Rows.fit(way.fit(), histogram), 0)).isEqualTo(expected);
    }
}
