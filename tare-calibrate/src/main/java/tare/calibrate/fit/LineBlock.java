package tare.calibrate.fit;

import java.util.Arrays;

/// Weighted straight lines through points of which each lane has its own x: the arithmetic of the
/// line fits, for a block of lanes.
///
/// Three passes over the points: weighted mean of x and y, spread around it, residuals. Sums around
/// the mean lose no digits where points lie far from 0 or close together. Source: any textbook, for
/// instance W. Press et al., Numerical Recipes, "Fitting data to a straight line".
///
/// Each loop runs over the lanes of one row and indexes all its arrays alike, so that the compiler
/// vectorises it (ADR 5). Where a lane has no point, x and y are 0 and dy is [#NO_POINT]. Results of
/// a lane without a line are NaN or infinite, and nothing throws.
final class LineBlock {
    /// Rows of ten points stay in the first-level cache.
    static final int LANES = 128;

    /// An error so large that its weight is 0.
    static final double NO_POINT = 1e300;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final double[] sumW = new double[LANES];
    private final double[] varMean = new double[LANES];

    /// Sums until the first pass is over.
    private final double[] meanX = new double[LANES];

    private final double[] meanY = new double[LANES];
    private final double[] spreadXx = new double[LANES];
    private final double[] spreadXy = new double[LANES];

    /// The smallest 1 / dy of a lane; not above 0 if some dy is infinite, negative, or NaN.
    private final double[] leastRoot = new double[LANES];

    final double[] slope = new double[LANES];
    final double[] intercept = new double[LANES];
    final double[] chi2 = new double[LANES];
    final double[] varIntercept = new double[LANES];
    final double[] covariance = new double[LANES];
    final double[] varSlope = new double[LANES];

    /// How far the spread of x is above rounding; not above 0 if all x are one.
    private final double[] margin = new double[LANES];

    /// The largest result, by size.
    private final double[] largest = new double[LANES];

    /// Fits lanes 0 to `lanes - 1` of rows 0 to `rows - 1`.
    ///
    /// @param dy is lost: it becomes 1 / dy²
    void fit(int lanes, int rows, double[][] x, double[][] y, double[][] dy) {
        clear();
        for (int row = 0; row < rows; row++) {
            weigh(lanes, x[row], y[row], dy[row], leastRoot, sumW, meanX, meanY);
        }
        double[][] weight = dy;
        findMeans(lanes, sumW, varMean, meanX, meanY);
        for (int row = 0; row < rows; row++) {
            addToSpread(lanes, x[row], y[row], weight[row], meanX, meanY, spreadXx, spreadXy);
        }
        solve(lanes, meanX, meanY, spreadXx, spreadXy, varSlope, slope, intercept);
        for (int row = 0; row < rows; row++) {
            addToChi2(lanes, x[row], y[row], weight[row], meanX, meanY, slope, chi2);
        }
        propagate(lanes, varMean, meanX, varSlope, varIntercept, covariance);
        double rounding = 4 * rows * UNIT_ROUNDOFF;
        findMargin(lanes, rounding * rounding, sumW, meanX, spreadXx, margin);
        Arrays.fill(largest, 0);
        findLargest(lanes, intercept, slope, varIntercept, largest);
        findLargest(lanes, covariance, varSlope, chi2, largest);
    }

    private void clear() {
        Arrays.fill(leastRoot, Double.POSITIVE_INFINITY);
        Arrays.fill(sumW, 0);
        Arrays.fill(meanX, 0);
        Arrays.fill(meanY, 0);
        Arrays.fill(spreadXx, 0);
        Arrays.fill(spreadXy, 0);
        Arrays.fill(chi2, 0);
    }

    private static void weigh(
            int lanes,
            double[] x,
            double[] y,
            double[] dy,
            double[] leastRoot,
            double[] sumW,
            double[] sumWx,
            double[] sumWy) {
        for (int i = 0; i < lanes; i++) {
            double root = 1 / dy[i];
            double w = root * root;
            dy[i] = w;
            leastRoot[i] = Math.min(leastRoot[i], root);
            sumW[i] += w;
            sumWx[i] += w * x[i];
            sumWy[i] += w * y[i];
        }
    }

    private static void findMeans(
            int lanes, double[] sumW, double[] varMean, double[] meanX, double[] meanY) {
        for (int i = 0; i < lanes; i++) {
            double variance = 1 / sumW[i];
            varMean[i] = variance;
            meanX[i] *= variance;
            meanY[i] *= variance;
        }
    }

    private static void addToSpread(
            int lanes,
            double[] x,
            double[] y,
            double[] weight,
            double[] meanX,
            double[] meanY,
            double[] spreadXx,
            double[] spreadXy) {
        for (int i = 0; i < lanes; i++) {
            double dx = x[i] - meanX[i];
            double wdx = weight[i] * dx;
            spreadXx[i] += wdx * dx;
            spreadXy[i] += wdx * (y[i] - meanY[i]);
        }
    }

    private static void solve(
            int lanes,
            double[] meanX,
            double[] meanY,
            double[] spreadXx,
            double[] spreadXy,
            double[] varSlope,
            double[] slope,
            double[] intercept) {
        for (int i = 0; i < lanes; i++) {
            double variance = 1 / spreadXx[i];
            double b = spreadXy[i] * variance;
            varSlope[i] = variance;
            slope[i] = b;
            intercept[i] = meanY[i] - b * meanX[i];
        }
    }

    private static void addToChi2(
            int lanes,
            double[] x,
            double[] y,
            double[] weight,
            double[] meanX,
            double[] meanY,
            double[] slope,
            double[] chi2) {
        for (int i = 0; i < lanes; i++) {
            double r = (y[i] - meanY[i]) - slope[i] * (x[i] - meanX[i]);
            chi2[i] += weight[i] * r * r;
        }
    }

    private static void propagate(
            int lanes,
            double[] varMean,
            double[] meanX,
            double[] varSlope,
            double[] varIntercept,
            double[] covariance) {
        for (int i = 0; i < lanes; i++) {
            double shared = meanX[i] * varSlope[i];
            covariance[i] = -shared;
            varIntercept[i] = varMean[i] + meanX[i] * shared;
        }
    }

    /// All x of a lane are one if their spread is what the rounding of their mean can make.
    private static void findMargin(
            int lanes,
            double rounding,
            double[] sumW,
            double[] meanX,
            double[] spreadXx,
            double[] margin) {
        for (int i = 0; i < lanes; i++) {
            margin[i] = spreadXx[i] - rounding * meanX[i] * meanX[i] * sumW[i];
        }
    }

    private static void findLargest(
            int lanes, double[] a, double[] b, double[] c, double[] largest) {
        for (int i = 0; i < lanes; i++) {
            double ab = Math.max(Math.abs(a[i]), Math.abs(b[i]));
            largest[i] = Math.max(largest[i], Math.max(ab, Math.abs(c[i])));
        }
    }

    /// Whether each lane has a line.
    boolean haveLines(int lanes) {
        boolean all = true;
        for (int i = 0; i < lanes; i++) all &= hasLine(i);
        return all;
    }

    /// Whether a lane has errors for all its points and a line that fits into columns of 4 bytes.
    boolean hasLine(int lane) {
        return leastRoot[lane] > 0
                & margin[lane] > 0
                & margin[lane] < Double.POSITIVE_INFINITY
                & largest[lane] <= Float.MAX_VALUE;
    }

    /// Whether all x of a lane are one.
    boolean isSingular(int lane) {
        return margin[lane] <= 0;
    }
}
