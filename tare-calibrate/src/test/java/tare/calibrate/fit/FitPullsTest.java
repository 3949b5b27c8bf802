package tare.calibrate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.calibrate.fit.Pulls.TOYS;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.core.bank.BankBuilder;

/// Errors are what they claim: pulls of 100,000 toys of every fit have mean 0 and width 1, to 0.01.
///
/// Toys have enough entries for the errors to be those of a normal distribution; each test says how
/// many that takes.
class FitPullsTest {
    private static final long SEED = 20_260;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /// Linear fits of normal errors have normal pulls with any number of points.
    @Test
    void ofLinesThroughPoints() {
        PointColumns points = points(10, (x, _) -> 3 - 0.7 * x);
        BankBuilder lines = Rows.fit(new ScatterLineFit("DAC", "ADC"), points);
        var intercept = new Pulls("intercept");
        var slope = new Pulls("slope");
        for (int i = 0; i < TOYS; i++) {
            intercept.add(
                    lines.floats("intercept")[i], 3, Math.sqrt(lines.floats("var_intercept")[i]));
            slope.add(lines.floats("slope")[i], -0.7, Math.sqrt(lines.floats("var_slope")[i]));
        }
        intercept.assertUnit();
        slope.assertUnit();
    }

    @Test
    void ofPolynomials() {
        PointColumns points = points(12, (x, _) -> 1 + x * (0.5 + x * (-0.25 + 0.125 * x)));
        BankBuilder results = Rows.fit(new PolynomialFit(3), points);
        double[] truth = {1, 0.5, -0.25, 0.125};
        for (int k = 0; k < truth.length; k++) {
            var pulls = new Pulls("coefficient " + k);
            for (int i = 0; i < TOYS; i++) {
                int at = 4 * i + k;
                pulls.add(
                        results.doubles("coefficient")[at], truth[k], results.doubles("error")[at]);
            }
            pulls.assertUnit();
        }
    }

    private interface Curve {
        double at(double x, int channel);
    }

    /// Points at random x in [p, p + 1), each with its own error.
    private PointColumns points(int count, Curve curve) {
        int[] n = new int[TOYS];
        double[] x = new double[count * TOYS];
        double[] y = new double[count * TOYS];
        double[] dy = new double[count * TOYS];
        Arrays.fill(n, count);
        for (int at = 0; at < x.length; at++) {
            int point = at / TOYS;
            x[at] = point + random.nextDouble();
            dy[at] = 0.5 + random.nextDouble();
            y[at] = curve.at(x[at], at % TOYS) + dy[at] * random.nextGaussian();
        }
        return PointColumns.byPoint(n, count, x, y, dy);
    }

    /// With errors from the content, 20 bins need 20 / 0.003² entries each before their bias of one
    /// entry per bin is lost in the errors; with errors from the line, a thousand are enough.
    @ParameterizedTest
    @EnumSource(BinErrors.class)
    void ofLinesThroughHistograms(BinErrors errors) {
        double perBin = errors == BinErrors.FROM_LINE ? 1e3 : 3e6;
        var fit = new HistogramLineFit("ns", errors);
        int bins = 20;
        BankBuilder lines =
                Rows.fit(fit, histograms(bins, 0, bins, bin -> perBin * (1 + 0.02 * bin)));
        var intercept = new Pulls("intercept");
        var slope = new Pulls("slope");
        double trueIntercept = perBin * (1 - 0.02 * 0.5);
        for (int i = 0; i < TOYS; i++) {
            intercept.add(
                    lines.floats("intercept")[i],
                    trueIntercept,
                    Math.sqrt(lines.floats("var_intercept")[i]));
            slope.add(
                    lines.floats("slope")[i],
                    0.02 * perBin,
                    Math.sqrt(lines.floats("var_slope")[i]));
        }
        intercept.assertUnit();
        slope.assertUnit();
    }

    private interface Expectation {
        double of(int bin);
    }

    private HistogramColumns histograms(int bins, double low, double high, Expectation expected) {
        long[] counts = new long[TOYS * (bins + 2)];
        for (int bin = 0; bin < bins; bin++) {
            CountedToys toys = CountedToys.poisson(expected.of(bin));
            for (int i = 0; i < TOYS; i++) counts[i * (bins + 2) + bin + 1] = toys.next(random);
        }
        return new HistogramColumns.Counted(bins, low, high, counts);
    }

    /// 300,000 entries and a width of 4 bins: the closed form wants its bins well filled, and small
    /// enough for Sheppard's correction.
    @Test
    void ofPeaksInClosedForm() {
        assertPeaks(new LogParabolaFit("ns", LogParabolaFit.TWO_SIGMA), 300_000, 4);
    }

    /// 100,000 entries: the mean pull of the width is −1 / √entries and more.
    @Test
    void ofPeaksByLikelihood() {
        assertPeaks(new PeakLikelihoodFit("ns", 0), 100_000, 1.7);
    }

    private void assertPeaks(ChannelFit<HistogramColumns> fit, double entries, double sigma) {
        double mean = 3.3 * sigma;
        int bins = (int) (7 * sigma);
        BankBuilder peaks =
                Rows.fit(
                        fit,
                        histograms(
                                bins,
                                0,
                                bins,
                                bin ->
                                        entries
                                                * Normal.between(
                                                        (bin - mean) / sigma,
                                                        (bin + 1 - mean) / sigma)));
        assertPulls(peaks, "mean", mean);
        assertPulls(peaks, "sigma", sigma);
        assertPulls(peaks, "amplitude", entries / sigma / Math.sqrt(2 * Math.PI));
    }

    private static void assertPulls(BankBuilder results, String field, double truth) {
        var pulls = new Pulls(field);
        float[] values = results.floats(field);
        float[] errors = results.floats(field + "_error");
        for (int i = 0; i < TOYS; i++) pulls.add(values[i], truth, errors[i]);
        pulls.assertUnit();
    }

    /// 100,000 pulses at each step: the noise stands in its own error, which shifts the mean pull.
    @Test
    void ofThresholds() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        int pulses = 100_000;
        long[][] passed = new long[x.length][TOYS];
        long[][] total = new long[x.length][TOYS];
        for (int step = 0; step < x.length; step++) {
            CountedToys toys = CountedToys.binomial(pulses, Normal.cdf((x[step] - 5.2) / 1.7));
            Arrays.fill(total[step], pulses);
            for (int i = 0; i < TOYS; i++) passed[step][i] = toys.next(random);
        }
        BankBuilder results =
                Rows.fit(new ThresholdFit("DAC"), new StepColumns(TOYS, x, passed, total));
        assertPulls(results, "threshold", 5.2);
        assertPulls(results, "noise", 1.7);
    }

    /// 1000 samples: their rms in place of the true one widens the pulls by 1 / n.
    @Test
    void ofMeans() {
        int samples = 1000;
        var generator = new RandomDataGenerator(SEED);
        long[] n = new long[TOYS];
        double[] mean = new double[TOYS];
        double[] squares = new double[TOYS];
        for (int i = 0; i < TOYS; i++) {
            n[i] = samples;
            mean[i] = 100 + 3 / Math.sqrt(samples) * random.nextGaussian();
            squares[i] = 9 * generator.nextGamma((samples - 1) / 2.0, 2);
        }
        BankBuilder results = Rows.fit(new MomentsFit("ADC"), new SumColumns(n, mean, squares));
        var pulls = new Pulls("mean");
        for (int i = 0; i < TOYS; i++) {
            double error = results.floats("rms")[i] / Math.sqrt(results.ints("n")[i]);
            // The column's own rounding of numbers near 100 is 4e-6, far below the error of 0.1.
            pulls.add(results.floats("mean")[i], 100, error);
        }
        pulls.assertUnit();
    }

    /// 30,000 trials: half the interval is the error, and it is the same on both sides.
    @ParameterizedTest
    @EnumSource(EfficiencyInterval.Method.class)
    void ofEfficiencies(EfficiencyInterval.Method method) {
        int trials = 30_000;
        CountedToys toys = CountedToys.binomial(trials, 0.6);
        long[] passed = new long[TOYS];
        long[] total = new long[TOYS];
        for (int i = 0; i < TOYS; i++) {
            passed[i] = toys.next(random);
            total[i] = trials;
        }
        var interval = new EfficiencyInterval(method, EfficiencyInterval.ONE_SIGMA);
        BankBuilder results = Rows.fit(new EfficiencyFit(interval), new PassColumns(passed, total));
        var pulls = new Pulls("efficiency");
        for (int i = 0; i < TOYS; i++) {
            double half = (results.floats("upper")[i] - results.floats("lower")[i]) / 2;
            pulls.add(results.floats("efficiency")[i], 0.6, half);
        }
        pulls.assertUnit();
        assertThat(results.flags()).containsOnly(0);
    }
}
