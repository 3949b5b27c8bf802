package tare.calibrate.fit;

import java.util.Arrays;
import tare.core.channel.FitStatus;

/// Linear least squares with any design, for one channel at a time.
///
/// Minimises Σ ((y − Σ_k derivative_k · parameter_k) / σ)² over the parameters. The derivatives of
/// the model by its parameters make up the design; y may also be residuals about a first guess, and
/// the parameters are then its corrections.
///
/// Householder QR with column pivoting of the design, whose columns are scaled by powers of two;
/// then a fixed number of refinements of parameters and residuals together, with sums in twice the
/// working precision. So results keep their digits where columns nearly depend on each other and
/// where residuals are large. Sources: G. Golub and C. Van Loan, Matrix Computations, 5.3; Å.
/// Björck, BIT 7 (1967) 257.
///
/// Never throws for any numbers. Buffers are reused; one instance per thread. Results are those of
/// the last fit and have no meaning unless it was ok.
public final class LinearLeastSquares {
    private static final int MAX_REFINEMENTS = 4;

    private final int maxPoints;
    private final int parameters;
    private final Householder qr;

    /// Scaled design, column-major.
    private final double[] design;

    private final int[] exponent;
    private final double[] target;
    private final double[] solution;
    private final double[] residual;
    private final double[] rowDefect;
    private final double[] columnDefect;
    private int targetExponent;
    private int points;
    private double chi2;

    /// @param maxPoints of a fit
    /// @param parameters 1 or more
    public LinearLeastSquares(int maxPoints, int parameters) {
        if (parameters < 1 || maxPoints < 1) {
            throw new IllegalArgumentException(
                    "a fit has 1 or more points and parameters, got "
                            + maxPoints
                            + " and "
                            + parameters);
        }
        this.maxPoints = maxPoints;
        this.parameters = parameters;
        qr = new Householder(maxPoints, parameters);
        design = new double[maxPoints * parameters];
        exponent = new int[parameters];
        target = new double[maxPoints];
        solution = new double[parameters];
        residual = new double[maxPoints];
        rowDefect = new double[maxPoints];
        columnDefect = new double[parameters];
    }

    /// Fits.
    ///
    /// @param derivatives by row: `derivatives[point * parameters + k]`
    /// @param y one value per point
    /// @param sigma one error per point, above 0
    /// @param count points that take part, the first ones
    /// @return ok, no data, too few samples, non-finite input, singular matrix or non-finite result
    /// @throws IllegalArgumentException if there are more points than this instance has room for
    public FitStatus fit(double[] derivatives, double[] y, double[] sigma, int count) {
        if (count > maxPoints) {
            throw new IllegalArgumentException("room for " + maxPoints + " points, got " + count);
        }
        points = Math.max(count, 0);
        if (points == 0) return FitStatus.NO_DATA;
        if (!isFinite(derivatives, y, sigma)) return FitStatus.NON_FINITE_INPUT;
        if (points < parameters) return FitStatus.TOO_FEW_SAMPLES;
        scaleColumns(derivatives, sigma);
        scaleTarget(y, sigma);
        if (!isFinite(design, points * parameters) || !isFinite(target, points)) {
            return FitStatus.NON_FINITE_RESULT;
        }
        if (!qr.decompose(design, points)) return FitStatus.SINGULAR_MATRIX;
        solve();
        chi2 = Math.scalb(squares(residual, points), 2 * targetExponent);
        return hasFiniteResults() ? FitStatus.OK : FitStatus.NON_FINITE_RESULT;
    }

    private boolean isFinite(double[] derivatives, double[] y, double[] sigma) {
        boolean usable = isFinite(derivatives, points * parameters) && isFinite(y, points);
        for (int i = 0; i < points; i++) usable &= sigma[i] > 0 && Double.isFinite(sigma[i]);
        return usable;
    }

    private static boolean isFinite(double[] values, int count) {
        double probe = 0;
        for (int i = 0; i < count; i++) probe += 0 * values[i];
        return probe == 0;
    }

    /// Columns of the weighted design, each brought to size 1 by a power of two, which is exact.
    private void scaleColumns(double[] derivatives, double[] sigma) {
        for (int k = 0; k < parameters; k++) {
            int column = k * points;
            for (int i = 0; i < points; i++) {
                design[column + i] = derivatives[i * parameters + k] / sigma[i];
            }
            exponent[k] = scale(design, column, points);
        }
    }

    private void scaleTarget(double[] y, double[] sigma) {
        for (int i = 0; i < points; i++) target[i] = y[i] / sigma[i];
        targetExponent = scale(target, 0, points);
    }

    /// @return the exponent that was taken out; 0 where there is nothing but zeros
    private static int scale(double[] values, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) largest = Math.max(largest, Math.abs(values[i]));
        if (largest == 0 || !Double.isFinite(largest)) return 0;
        int power = Math.getExponent(largest);
        for (int i = from; i < from + count; i++) values[i] = Math.scalb(values[i], -power);
        return power;
    }

    private void solve() {
        Arrays.fill(solution, 0);
        Arrays.fill(residual, 0, points, 0);
        double before = Double.POSITIVE_INFINITY;
        // The first step solves, the others refine; without progress they would only stir rounding.
        for (int step = 0; step <= MAX_REFINEMENTS; step++) {
            findDefects();
            double size = correct(before);
            if (!(size < before)) return;
            before = 0.5 * size;
        }
    }

    /// What is missing in r + A p = y and in Aᵀ r = 0.
    private void findDefects() {
        for (int i = 0; i < points; i++) {
            rowDefect[i] =
                    Twice.defect(target[i], residual[i], design, i, points, solution, parameters);
        }
        for (int k = 0; k < parameters; k++) {
            columnDefect[k] = Twice.minusDot(design, k * points, residual, points);
        }
    }

    /// Adds the correction that removes the defects, if it is smaller than the one before.
    ///
    /// @return its size, compared to the solution
    private double correct(double before) {
        qr.solveAugmented(rowDefect, columnDefect);
        double[] change = qr.parameters();
        double size = 0;
        double scale = 0;
        for (int k = 0; k < parameters; k++) {
            size = Math.max(size, Math.abs(change[k]));
            scale = Math.max(scale, Math.abs(solution[k] + change[k]));
        }
        double relative = scale > 0 ? size / scale : 0;
        if (!(relative < before)) return relative;
        for (int k = 0; k < parameters; k++) solution[k] += change[k];
        for (int i = 0; i < points; i++) residual[i] += rowDefect[i];
        return relative;
    }

    private static double squares(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += values[i] * values[i];
        return sum;
    }

    private boolean hasFiniteResults() {
        boolean finite = Double.isFinite(chi2);
        for (int k = 0; k < parameters; k++) {
            finite &= Double.isFinite(parameter(k)) && Double.isFinite(variance(k));
        }
        return finite;
    }

    public double parameter(int k) {
        return Math.scalb(solution[k], targetExponent - exponent[k]);
    }

    /// Variance of a parameter, from σ alone.
    public double variance(int k) {
        return covariance(k, k);
    }

    /// Standard error of a parameter, from σ alone.
    public double error(int k) {
        return Math.sqrt(variance(k));
    }

    /// Covariance of two parameters, from σ alone.
    public double covariance(int j, int k) {
        return Math.scalb(qr.covariance(j, k), -exponent[j] - exponent[k]);
    }

    /// Variance of Σ weight_k · parameter_k, without the cancellation that a sum of covariances
    /// has.
    double varianceOf(double[] weights) {
        double sum = 0;
        for (int j = 0; j < parameters; j++) {
            double component = 0;
            for (int k = 0; k < parameters; k++) {
                component += Math.scalb(weights[k] * qr.inverse(k, j), -exponent[k]);
            }
            sum += component * component;
        }
        return sum;
    }

    /// Σ (residual / σ)².
    public double chi2() {
        return chi2;
    }

    /// Degrees of freedom: points minus parameters.
    public int ndf() {
        return points - parameters;
    }

    /// Ratio of the largest to the smallest stretch of the weighted design, its columns brought to
    /// length 1: how many digits of y the parameters lose. Computed on demand.
    public double condition() {
        return qr.condition();
    }
}
