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
/// vectorises it (ADR 5). Where a lane has no point, x and y are 0 and dy is [#NO_POINT]. Results
/// of a lane without a line are NaN or infinite, and nothing throws.
final class LineBlock {
    /// Rows of ten points stay in the first-level cache.
    static final int LANES = 128;

    /// An error so large that rounding takes its weight from any sum, while the product of two is
    /// still a number.
    static final double NO_POINT = 0x1p500;

    /// Sums of weights below this could feel the weight of [#NO_POINT], 2⁻¹⁰⁰⁰.
    private static final double LEAST_WEIGHT = 0x1p-800;

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

    /// All results together, so that one comparison tells whether each is a number that fits a
    /// column of 4 bytes.
    private final double[] sizes = new double[LANES];

    /// Fits lanes 0 to `lanes - 1` of rows 0 to `rows - 1`.
    ///
    /// @param rows even: two rows at a time share a division and the way to the sums
    /// @param dy is lost: it becomes 1 / dy²
    void fit(int lanes, int rows, double[][] x, double[][] y, double[][] dy) {
        clear();
        for (int a = 0, b = 1; b < rows; a += 2, b += 2) {
            weigh(lanes, dy[a], dy[b], leastRoot);
            addToMeans(lanes, x[a], y[a], dy[a], x[b], y[b], dy[b], sumW, meanX, meanY);
        }
        double[][] weight = dy;
        findMeans(lanes, sumW, varMean, meanX, meanY);
        for (int a = 0, b = 1; b < rows; a += 2, b += 2) {
            addToSpread(
                    lanes, x[a], y[a], weight[a], x[b], y[b], weight[b], meanX, meanY, spreadXx,
                    spreadXy);
        }
        solve(lanes, meanX, meanY, spreadXx, spreadXy, varSlope, slope, intercept);
        for (int a = 0, b = 1; b < rows; a += 2, b += 2) {
            addToChi2(
                    lanes, x[a], y[a], weight[a], x[b], y[b], weight[b], meanX, meanY, slope, chi2);
        }
        propagate(lanes, varMean, meanX, varSlope, varIntercept, covariance);
        double rounding = 4 * rows * UNIT_ROUNDOFF;
        findMargin(lanes, rounding * rounding, sumW, meanX, spreadXx, margin);
        addSizes(lanes, intercept, slope, varIntercept, sizes);
        addSizes(lanes, covariance, varSlope, chi2, sizes);
    }

    private void clear() {
        Arrays.fill(leastRoot, Double.POSITIVE_INFINITY);
        Arrays.fill(sumW, 0);
        Arrays.fill(meanX, 0);
        Arrays.fill(meanY, 0);
        Arrays.fill(spreadXx, 0);
        Arrays.fill(spreadXy, 0);
        Arrays.fill(chi2, 0);
        Arrays.fill(sizes, 0);
    }

    /// 1 / dyA = dyB / (dyA dyB), and the other way round: a division costs as much as ten
    /// products.
    private static void weigh(int lanes, double[] dyA, double[] dyB, double[] leastRoot) {
        for (int i = 0; i < lanes; i++) {
            double inverse = 1 / (dyA[i] * dyB[i]);
            double rootA = inverse * dyB[i];
            double rootB = inverse * dyA[i];
            leastRoot[i] = Math.min(leastRoot[i], Math.min(rootA, rootB));
            dyA[i] = rootA * rootA;
            dyB[i] = rootB * rootB;
        }
    }

    private static void addToMeans(
            int lanes,
            double[] xA,
            double[] yA,
            double[] wA,
            double[] xB,
            double[] yB,
            double[] wB,
            double[] sumW,
            double[] sumWx,
            double[] sumWy) {
        for (int i = 0; i < lanes; i++) {
            sumW[i] += wA[i] + wB[i];
            sumWx[i] += wA[i] * xA[i] + wB[i] * xB[i];
            sumWy[i] += wA[i] * yA[i] + wB[i] * yB[i];
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
            double[] xA,
            double[] yA,
            double[] wA,
            double[] xB,
            double[] yB,
            double[] wB,
            double[] meanX,
            double[] meanY,
            double[] spreadXx,
            double[] spreadXy) {
        for (int i = 0; i < lanes; i++) {
            double dxA = xA[i] - meanX[i];
            double dxB = xB[i] - meanX[i];
            double wdxA = wA[i] * dxA;
            double wdxB = wB[i] * dxB;
            spreadXx[i] += wdxA * dxA + wdxB * dxB;
            spreadXy[i] += wdxA * (yA[i] - meanY[i]) + wdxB * (yB[i] - meanY[i]);
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
            double[] xA,
            double[] yA,
            double[] wA,
            double[] xB,
            double[] yB,
            double[] wB,
            double[] meanX,
            double[] meanY,
            double[] slope,
            double[] chi2) {
        for (int i = 0; i < lanes; i++) {
            double rA = (yA[i] - meanY[i]) - slope[i] * (xA[i] - meanX[i]);
            double rB = (yB[i] - meanY[i]) - slope[i] * (xB[i] - meanX[i]);
            chi2[i] += wA[i] * rA * rA + wB[i] * rB * rB;
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

    private static void addSizes(int lanes, double[] a, double[] b, double[] c, double[] sizes) {
        for (int i = 0; i < lanes; i++) {
            sizes[i] += Math.abs(a[i]) + Math.abs(b[i]) + Math.abs(c[i]);
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
                && sumW[lane] > LEAST_WEIGHT
                && margin[lane] > 0
                && margin[lane] < Double.POSITIVE_INFINITY
                && sizes[lane] <= Float.MAX_VALUE;
    }

    /// The line of a lane at some x.
    double value(int lane, double x) {
        return meanY[lane] + slope[lane] * (x - meanX[lane]);
    }

    /// Whether all x of a lane are one.
    boolean isSingular(int lane) {
        return margin[lane] <= 0;
    }
}
