package tare.synthetic.sample;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;

/// How well samples follow a distribution.
final class GoodnessOfFit {
    private GoodnessOfFit() {}

    /// Probability of a Kolmogorov-Smirnov distance at least as large as that of these samples, by
    /// the limit for many (N. Smirnov, Ann. Math. Stat. 19 (1948) 279).
    static double kolmogorovSmirnov(double[] samples, DoubleUnaryOperator cumulative) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, expected - (double) i / sorted.length);
            distance = Math.max(distance, (i + 1.0) / sorted.length - expected);
        }
        double lambda = distance * Math.sqrt(sorted.length);
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
        }
        return lambda < 0.2 ? 1 : sum;
    }

    /// Probability of a chi2 at least as large, of counts against expected counts.
    static double chiSquare(double[] counts, double[] expected) {
        double chi2 = 0;
        for (int i = 0; i < counts.length; i++) {
            chi2 += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
        }
        return Gamma.regularizedGammaQ((counts.length - 1) / 2.0, chi2 / 2);
    }
}
