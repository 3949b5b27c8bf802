package tare.detectors.pixel.gain;

import static tare.detectors.pixel.gain.Condition01.isPositive;

import java.util.Arrays;

/// Weights of the fitted points of a block of pixels, 1 / (error of the mean)².
final class PointWeights {
    /// Below this a variance is a rounding error: entries are whole ADC counts.
    private static final double TINY_VARIANCE = 1e-9;

    private final ErrorModel model;

    /// `[point][lane]` [1 / ADC²]
    final double[][] weight;

    /// Points with a weight.
    final double[] weightedPoints;

    /// Where the points had no spread and errors have to come from the residuals.
    final boolean[] fromResiduals;

    private final double[] scatter;
    private final double[] freedom;

    PointWeights(int points, int lanes, ErrorModel model) {
        this.model = model;
        weight = new double[points][lanes];
        weightedPoints = new double[lanes];
        fromResiduals = new boolean[lanes];
        scatter = new double[lanes];
        freedom = new double[lanes];
    }

    /// @param count lanes in use
    void weigh(PointSums sums, PointSelection selection, int count) {
        Arrays.fill(weightedPoints, 0);
        switch (model) {
            case PER_POINT -> weighByPoint(sums, selection);
            case POOLED -> weighByPixel(sums, selection);
        }
        for (int lane = 0; lane < count; lane++) {
            fromResiduals[lane] = weightedPoints[lane] < 2;
            if (fromResiduals[lane]) weighAlike(lane, selection);
        }
    }

    /// With less than two points that have spread no line is defined: all taken points count alike.
    private void weighAlike(int lane, PointSelection selection) {
        weightedPoints[lane] = selection.takenPoints[lane];
        for (int point = 0; point < weight.length; point++) {
            weight[point][lane] = selection.taken[point][lane];
        }
    }

    private void weighByPoint(PointSums sums, PointSelection selection) {
        for (int point = 0; point < weight.length; point++) {
            weighRow(
                    sums.n[point],
                    sums.variance[point],
                    selection.taken[point],
                    weight[point],
                    weightedPoints);
        }
    }

    /// A point without spread has no weight.
    private static void weighRow(
            float[] n,
            double[] variance,
            double[] taken,
            double[] weight,
            double[] weightedPoints) {
        for (int i = 0; i < n.length; i++) {
            double spread = isPositive(variance[i] - TINY_VARIANCE);
            double counts = taken[i] * spread;
            // Nothing is divided by a variance of 0.
            weight[i] = counts * n[i] / (variance[i] + (1 - spread));
            weightedPoints[i] += counts;
        }
    }

    private void weighByPixel(PointSums sums, PointSelection selection) {
        Arrays.fill(scatter, 0);
        Arrays.fill(freedom, 0);
        for (int point = 0; point < weight.length; point++) {
            pool(
                    sums.n[point],
                    sums.sum[point],
                    sums.squares[point],
                    selection.taken[point],
                    scatter,
                    freedom);
        }
        for (int point = 0; point < weight.length; point++) {
            weighRow(
                    sums.n[point],
                    selection.taken[point],
                    scatter,
                    freedom,
                    weight[point],
                    weightedPoints);
        }
    }

    private static void pool(
            float[] n,
            float[] sum,
            float[] squares,
            double[] taken,
            double[] scatter,
            double[] freedom) {
        for (int i = 0; i < n.length; i++) {
            double entries = n[i];
            double s = sum[i];
            scatter[i] += taken[i] * (squares[i] - s * s / Math.max(entries, 1.0));
            freedom[i] += taken[i] * Math.max(entries - 1.0, 0.0);
        }
    }

    private static void weighRow(
            float[] n,
            double[] taken,
            double[] scatter,
            double[] freedom,
            double[] weight,
            double[] weightedPoints) {
        for (int i = 0; i < n.length; i++) {
            double spread = isPositive(scatter[i] - TINY_VARIANCE);
            double perEntry = spread * freedom[i] / Math.max(scatter[i], TINY_VARIANCE);
            weight[i] = taken[i] * n[i] * perEntry;
            weightedPoints[i] += taken[i] * spread;
        }
    }
}
