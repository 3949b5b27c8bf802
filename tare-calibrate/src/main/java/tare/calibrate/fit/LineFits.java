package tare.calibrate.fit;

import java.util.Arrays;

/// Weighted straight lines y = intercept + slope · x, one per lane, over a common set of x.
///
/// Closed-form least squares. Rows are points, lanes are channels: `y[point][lane]`. A weight is
/// 1 / σ², or 0 for a point that does not take part; its y must still be a number. Where the points
/// of a lane do not define a line (fewer than two different x with weight), its results are NaN;
/// nothing throws, and no lane depends on another.
///
/// Sums are taken around the mean of x, so a scan far from 0 loses no digits. Differences in x that
/// drown in the rounding of the sums count as none: without that limit a single point gives a line
/// made of rounding errors.
///
/// Each loop runs over the lanes of one row and indexes all its arrays alike: that is what the
/// compiler vectorises (ADR 5). Buffers are reused; one instance per thread.
public final class LineFits {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final double[] sumW;
    private final double[] sumWx;
    private final double[] sumWxx;
    private final double[] sumWy;
    private final double[] sumWxy;
    private final double[] determinant;
    private final double[] slope;

    /// Value of the line at [#origin].
    private final double[] intercept;

    private final double[] chi2;
    private double origin;

    /// @param lanes channels fitted at once, 1 or more
    public LineFits(int lanes) {
        if (lanes < 1) throw new IllegalArgumentException("lanes must be > 0, got " + lanes);
        sumW = new double[lanes];
        sumWx = new double[lanes];
        sumWxx = new double[lanes];
        sumWy = new double[lanes];
        sumWxy = new double[lanes];
        determinant = new double[lanes];
        slope = new double[lanes];
        intercept = new double[lanes];
        chi2 = new double[lanes];
    }

    /// Fits all lanes.
    ///
    /// @param x one value per point
    /// @param y `y[point][lane]`
    /// @param weight `weight[point][lane]`, 1 / σ² or 0
    public void fit(double[] x, double[][] y, double[][] weight) {
        clear();
        origin = mean(x);
        for (int point = 0; point < x.length; point++) {
            add(x[point] - origin, y[point], weight[point], sumW, sumWx, sumWxx, sumWy, sumWxy);
        }
        findDeterminant(sumW, sumWx, sumWxx, determinant);
        refuseRounding(x.length);
        solve(sumW, sumWx, sumWxx, sumWy, sumWxy, determinant, slope, intercept);
        for (int point = 0; point < x.length; point++) {
            addResiduals(x[point] - origin, y[point], weight[point], slope, intercept, chi2);
        }
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) sum += value;
        return sum / x.length;
    }

    private void clear() {
        Arrays.fill(sumW, 0);
        Arrays.fill(sumWx, 0);
        Arrays.fill(sumWxx, 0);
        Arrays.fill(sumWy, 0);
        Arrays.fill(sumWxy, 0);
        Arrays.fill(chi2, 0);
    }

    private static void add(
            double x,
            double[] y,
            double[] weight,
            double[] sumW,
            double[] sumWx,
            double[] sumWxx,
            double[] sumWy,
            double[] sumWxy) {
        for (int i = 0; i < sumW.length; i++) {
            double w = weight[i];
            sumW[i] += w;
            sumWx[i] += w * x;
            sumWxx[i] += w * x * x;
            sumWy[i] += w * y[i];
            sumWxy[i] += w * x * y[i];
        }
    }

    private static void findDeterminant(
            double[] sumW, double[] sumWx, double[] sumWxx, double[] determinant) {
        for (int i = 0; i < determinant.length; i++) {
            determinant[i] = sumW[i] * sumWxx[i] - sumWx[i] * sumWx[i];
        }
    }

    /// Makes determinants NaN that are no larger than the rounding of sums over so many points.
    private void refuseRounding(int points) {
        double limit = 4 * points * UNIT_ROUNDOFF;
        for (int i = 0; i < determinant.length; i++) {
            boolean isLine = determinant[i] > limit * (sumW[i] * sumWxx[i]);
            if (!isLine) determinant[i] = Double.NaN;
        }
    }

    private static void solve(
            double[] sumW,
            double[] sumWx,
            double[] sumWxx,
            double[] sumWy,
            double[] sumWxy,
            double[] determinant,
            double[] slope,
            double[] intercept) {
        for (int i = 0; i < sumW.length; i++) {
            double d = determinant[i];
            slope[i] = (sumW[i] * sumWxy[i] - sumWx[i] * sumWy[i]) / d;
            intercept[i] = (sumWxx[i] * sumWy[i] - sumWx[i] * sumWxy[i]) / d;
        }
    }

    private static void addResiduals(
            double x,
            double[] y,
            double[] weight,
            double[] slope,
            double[] intercept,
            double[] chi2) {
        for (int i = 0; i < chi2.length; i++) {
            double residual = y[i] - intercept[i] - slope[i] * x;
            chi2[i] += weight[i] * residual * residual;
        }
    }

    public double slope(int lane) {
        return slope[lane];
    }

    public double intercept(int lane) {
        return intercept[lane] - slope[lane] * origin;
    }

    /// Σ weight · residual².
    public double chi2(int lane) {
        return chi2[lane];
    }

    /// Standard error of the slope, if weights are 1 / σ².
    public double slopeError(int lane) {
        return Math.sqrt(sumW[lane] / determinant[lane]);
    }

    /// Standard error of the intercept, if weights are 1 / σ².
    public double interceptError(int lane) {
        double sumWxxFromZero = sumWxx[lane] + origin * (2 * sumWx[lane] + origin * sumW[lane]);
        return Math.sqrt(sumWxxFromZero / determinant[lane]);
    }
}
