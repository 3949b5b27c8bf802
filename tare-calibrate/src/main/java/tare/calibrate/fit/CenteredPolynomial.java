package tare.calibrate.fit;

import tare.core.channel.FitStatus;

/// Polynomial least squares in t = (x − center) / scale, where powers depend on each other far less
/// than in x; coefficients are given for powers of x.
///
/// The scale is a power of two, and the center has few digits in units of it, so t and its powers
/// lose nothing where x has few digits itself.
final class CenteredPolynomial {
    /// The center is a multiple of scale / 16.
    private static final double GRID = 16;

    private final int degree;
    private final LinearLeastSquares squares;
    private final double[] powers;

    /// `[j][k]`: how much of coefficient k in t goes to coefficient j in x.
    private final double[][] shift;

    private double center;
    private double scale;

    CenteredPolynomial(int maxPoints, int degree) {
        this.degree = degree;
        squares = new LinearLeastSquares(maxPoints, degree + 1);
        powers = new double[maxPoints * (degree + 1)];
        shift = new double[degree + 1][degree + 1];
    }

    FitStatus fit(double[] x, double[] y, double[] sigma, int count) {
        choosePlace(x, count);
        int column = 0;
        for (int i = 0; i < count; i++) {
            double t = (x[i] - center) / scale;
            double power = 1;
            for (int k = 0; k <= degree; k++) {
                powers[column++] = power;
                power *= t;
            }
        }
        FitStatus status = squares.fit(powers, y, sigma, count);
        if (status == FitStatus.OK) findShift();
        return status;
    }

    private void choosePlace(double[] x, int count) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, x[i]);
            most = Math.max(most, x[i]);
        }
        double half = 0.5 * most - 0.5 * least;
        scale = half > Double.MIN_NORMAL ? Math.scalb(1.0, Math.getExponent(half) + 1) : 1;
        center = Math.rint((0.5 * least + 0.5 * most) / scale * GRID) / GRID * scale;
    }

    /// (x − c)^k / s^k by powers of x: binomial coefficients, from the row above as in Pascal's
    /// triangle.
    private void findShift() {
        for (int k = 0; k <= degree; k++) {
            for (int j = 0; j <= k; j++) shift[j][k] = k == 0 ? 1 : shifted(j, k - 1) / scale;
        }
    }

    /// Coefficient j of (x − c) times the polynomial of column k.
    private double shifted(int j, int k) {
        double below = j == 0 ? 0 : shift[j - 1][k];
        double same = j <= k ? shift[j][k] : 0;
        return below - center * same;
    }

    double coefficient(int j) {
        double sum = 0;
        for (int k = degree; k >= j; k--) sum += shift[j][k] * squares.parameter(k);
        return sum;
    }

    double error(int j) {
        return Math.sqrt(squares.varianceOf(shift[j]));
    }

    double chi2() {
        return squares.chi2();
    }

    double condition() {
        return squares.condition();
    }
}
