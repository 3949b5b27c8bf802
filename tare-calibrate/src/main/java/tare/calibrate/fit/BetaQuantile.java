package tare.calibrate.fit;

import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;

/// The inverse of the regularised incomplete beta function in bounded work: Newton's steps on
/// Hipparchus' function, and halving of the bracket where a step leaves it.
final class BetaQuantile {
    /// Halving alone gets from [0, 1] to neighbouring doubles near 1 in 53 steps.
    private static final int MAX_STEPS = 100;

    /// Hipparchus' continued fraction took a few hundred for 2·10⁹ trials.
    private static final int MAX_TERMS = 20_000;

    private static final double EPSILON = 1e-14;
    private static final double TOLERANCE = 1e-13;

    private BetaQuantile() {}

    /// The x below which lies the probability p of a beta distribution.
    ///
    /// @param p above 0, below 1
    /// @param a above 0
    /// @param b above 0
    /// @return NaN if the function does not converge
    static double of(double p, double a, double b) {
        try {
            return search(p, a, b);
        } catch (MathIllegalStateException _) {
            return Double.NaN;
        }
    }

    private static double search(double p, double a, double b) {
        double low = 0;
        double high = 1;
        double x = start(p, a, b);
        double logBeta = Beta.logBeta(a, b);
        for (int step = 0; step < MAX_STEPS; step++) {
            double excess = Beta.regularizedBeta(x, a, b, EPSILON, MAX_TERMS) - p;
            if (excess > 0) high = x;
            else low = x;
            double logDensity = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta;
            double next = x - excess / Math.exp(logDensity);
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.abs(next - x) <= TOLERANCE * next) return next;
            x = next;
        }
        return x;
    }

    /// The quantile of the normal distribution of the same mean and variance.
    private static double start(double p, double a, double b) {
        double mean = a / (a + b);
        double sigma = Math.sqrt(mean * (1 - mean) / (a + b + 1));
        double x = mean + Math.sqrt(2) * sigma * Erf.erfInv(2 * p - 1);
        return x > 0 && x < 1 ? x : mean;
    }
}
