package tare.export.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import tare.core.histogram.Histogram1D;

/// A line through points.
///
/// @param label its entry in the legend; empty for none
/// @param points two or more, in drawing order
public record Curve(String label, LineStyle style, List<XY> points) {
    private static final int SAMPLES = 300;

    public Curve {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException(
                    "curve '" + label + "' needs 2 points or more, got " + points.size());
        }
    }

    /// A function between two limits.
    public static Curve of(
            String label, LineStyle style, Limits limits, DoubleUnaryOperator function) {
        double step = (limits.high() - limits.low()) / SAMPLES;
        return new Curve(
                label,
                style,
                IntStream.rangeClosed(0, SAMPLES)
                        .mapToDouble(i -> limits.low() + i * step)
                        .mapToObj(x -> new XY(x, function.applyAsDouble(x)))
                        .toList());
    }

    /// What the bins of a histogram would hold if its fills inside the axis followed a Gaussian.
    /// Bins of unequal width have no such curve.
    ///
    /// @param sigma standard deviation, > 0, in the unit of the axis
    public static Curve gaussian(
            String label, Histogram1D.Snapshot counts, double mean, double sigma) {
        if (!(sigma > 0)) throw new IllegalArgumentException("sigma must be > 0, got " + sigma);
        var axis = counts.axis();
        double binWidth = (axis.max() - axis.min()) / axis.bins();
        double peak = counts.integral() * binWidth / (sigma * Math.sqrt(2 * Math.PI));
        return of(
                label,
                LineStyle.DASHED,
                new Limits(axis.min(), axis.max()),
                x -> peak * Math.exp(-0.5 * Math.pow((x - mean) / sigma, 2)));
    }
}
