package tare.calibrate.fit;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/// The upper tail of the chi-square distribution, Q(ndf/2, chi2/2), for fits by the million.
///
/// For integer ndf the regularised incomplete gamma function is a finite sum (Abramowitz and Stegun
/// 26.4.4, 26.4.5): `exp(-x)` times a polynomial in x = chi2/2 for even ndf, and for odd ndf in √x
/// with erfc(√x) in front. The one transcendental left is interpolated in a table that Hipparchus'
/// error function fills; the result agrees with Hipparchus' incomplete gamma function to 1e-8 and
/// costs a tenth of it. Fits with hundreds of degrees of freedom are left to that function.
public final class ChiSquare {
    /// Up to here the sums stay below 1e260 for every x up to [#MAX_X].
    private static final int MAX_NDF = 400;

    /// Beyond this chi2 / 2 the probability is below 1e-300 for every ndf up to [#MAX_NDF], and 0.
    private static final double MAX_X = 1400;

    private static final int STEPS_PER_UNIT = 64;
    private static final double[] SCALED_ERFC = scaledErfc();

    private ChiSquare() {}

    /// Probability of a larger chi2 by chance.
    ///
    /// @param ndf degrees of freedom
    /// @return 0 to 1; 0 if `ndf <= 0` or chi2 is negative or no number, as fits of the field have
    /// it
    public static double probability(double chi2, int ndf) {
        if (ndf <= 0 || !(chi2 >= 0)) return 0;
        double x = 0.5 * chi2;
        if (ndf > MAX_NDF) return ofManyDegrees(x, ndf);
        if (x > MAX_X) return 0;
        // In two steps, since exp(-x) alone is no longer a number where the product still is.
        double root = Math.exp(-0.5 * x);
        return root * (ndf % 2 == 0 ? evenSum(x, ndf / 2) : oddSum(x, ndf / 2)) * root;
    }

    private static double ofManyDegrees(double x, int ndf) {
        if (x == 0) return 1;
        return x > MAX_X + 10.0 * ndf ? 0 : Gamma.regularizedGammaQ(0.5 * ndf, x);
    }

    /// Σ x^j / j! for j below `terms`.
    private static double evenSum(double x, int terms) {
        double term = 1;
        double sum = 1;
        for (int j = 1; j < terms; j++) {
            term *= x / j;
            sum += term;
        }
        return sum;
    }

    /// exp(x) erfc(√x) + Σ x^(j + 1/2) / Γ(j + 3/2) for j below `terms`.
    private static double oddSum(double x, int terms) {
        double root = Math.sqrt(x);
        double term = root * 2 / Math.sqrt(Math.PI);
        double sum = scaledErfc(root);
        for (int j = 0; j < terms; j++) {
            sum += term;
            term *= x / (j + 1.5);
        }
        return sum;
    }

    /// exp(t²) erfc(t) by cubic Hermite interpolation; the derivative is 2 t f(t) - 2/√π.
    private static double scaledErfc(double t) {
        int node = (int) (t * STEPS_PER_UNIT);
        double step = 1.0 / STEPS_PER_UNIT;
        double t0 = node * step;
        double u = (t - t0) * STEPS_PER_UNIT;
        double f0 = SCALED_ERFC[node];
        double f1 = SCALED_ERFC[node + 1];
        double d0 = step * derivative(t0, f0);
        double d1 = step * derivative(t0 + step, f1);
        double v = 1 - u;
        return v * v * ((1 + 2 * u) * f0 + u * d0) + u * u * ((1 + 2 * v) * f1 - v * d1);
    }

    private static double derivative(double t, double f) {
        return 2 * t * f - 2 / Math.sqrt(Math.PI);
    }

    private static double[] scaledErfc() {
        int nodes = (int) (Math.sqrt(MAX_X) * STEPS_PER_UNIT) + 2;
        double[] table = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            double t = (double) i / STEPS_PER_UNIT;
            table[i] = t < 20 ? Math.exp(t * t) * Erf.erfc(t) : asymptotic(t);
        }
        return table;
    }

    /// exp(t²) erfc(t) for large t (Abramowitz and Stegun 7.1.23); five terms give 1e-12 from t =
    /// 20.
    private static double asymptotic(double t) {
        double q = 1 / (2 * t * t);
        return (1 - q * (1 - 3 * q * (1 - 5 * q * (1 - 7 * q)))) / (t * Math.sqrt(Math.PI));
    }
}
