package tare.calibrate.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/// Random whole numbers by their cumulative probabilities: many draws of one distribution, quickly
/// and exactly.
final class CountedToys {
    private final int least;
    private final double[] cumulative;

    private CountedToys(int least, int most, IntToDoubleFunction logProbability) {
        this.least = least;
        cumulative = new double[most - least + 1];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.exp(logProbability.applyAsDouble(least + i));
            cumulative[i] = sum;
        }
        for (int i = 0; i < cumulative.length; i++) cumulative[i] /= sum;
    }

    static CountedToys poisson(double mean) {
        int reach = (int) (9 * Math.sqrt(mean) + 30);
        int least = Math.max(0, (int) mean - reach);
        return new CountedToys(
                least, (int) mean + reach, k -> k * Math.log(mean) - mean - logFactorial(k));
    }

    static CountedToys binomial(int n, double p) {
        int reach = (int) (9 * Math.sqrt(n * p * (1 - p)) + 30);
        int least = Math.max(0, (int) (n * p) - reach);
        int most = Math.min(n, (int) (n * p) + reach);
        double all = logFactorial(n);
        return new CountedToys(
                least,
                most,
                k ->
                        all
                                - logFactorial(k)
                                - logFactorial(n - k)
                                + k * Math.log(p)
                                + (n - k) * Math.log1p(-p));
    }

    /// Stirling's series.
    private static double logFactorial(int n) {
        if (n < 20) {
            double product = 1;
            for (int i = 2; i <= n; i++) product *= i;
            return Math.log(product);
        }
        double x = n;
        return x * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI * x)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x);
    }

    int next(SplittableRandom random) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble());
        return least + Math.min(at >= 0 ? at : -at - 1, cumulative.length - 1);
    }
}
