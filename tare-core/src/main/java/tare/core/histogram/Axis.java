package tare.core.histogram;

import java.util.Arrays;
import java.util.Optional;

/// One axis of a histogram: consecutive half-open bins `[low, high)` between `min` and `max`.
///
/// Bin 0 is the underflow, bins 1 to `bins()` are in range, bin `bins()` + 1 is the overflow. The
/// lower limit belongs to bin 1, the upper limit to the overflow, and so do NaN and +infinity.
/// Every double has a bin. Immutable; the lookup reproduces ROOT's `TAxis::FindFixBin` bit by
/// bit.
public sealed interface Axis permits UniformAxis, VariableAxis {

    /// Bins of equal width, without title or unit.
    ///
    /// @throws IllegalArgumentException unless `bins` >= 1 and `min` < `max`, all of it finite
    static Axis uniform(int bins, double min, double max) {
        return new UniformAxis(bins, min, max, "", "");
    }

    /// Bins between consecutive edges (n + 1 edges make n bins), without title or unit.
    ///
    /// @throws IllegalArgumentException unless there are two finite edges or more, strictly
    /// rising
    static Axis variable(double... edges) {
        return new VariableAxis(edges, "", "");
    }

    /// The same bins with a title ("pulse height") and a unit ("ADC"), empty where there is none.
    Axis labelled(String title, String unit);

    /// Number of bins in range.
    int bins();

    /// Lower limit, the lower edge of bin 1.
    double min();

    /// Upper limit, the upper edge of the last bin in range.
    double max();

    String title();

    String unit();

    /// The bin of a value, from 0 to `bins()` + 1.
    int bin(double x);

    /// Lower edge of a bin; that of the overflow is `max()`.
    double lowEdge(int bin);

    /// Centre of a bin. Under- and overflow get one too, as if the mean bin width continued
    /// there.
    default double centre(int bin) {
        var width = (max() - min()) / bins();
        return min() + (bin - 1) * width + 0.5 * width;
    }

    /// True for bins 1 to `bins()`.
    default boolean isInside(int bin) {
        return bin >= 1 && bin <= bins();
    }

    /// The `bins()` + 1 edges from `min()` to `max()`, a fresh array.
    default double[] edges() {
        var edges = new double[bins() + 1];
        Arrays.setAll(edges, i -> lowEdge(i + 1));
        return edges;
    }

    /// What keeps histograms on the two axes from being merged, or nothing. Bins and unit must be
    /// equal, not merely close; titles may differ.
    default Optional<String> differenceFrom(Axis other) {
        if (bins() != other.bins()) return differs("number of bins", bins(), other.bins());
        if (min() != other.min()) return differs("lower limit", min(), other.min());
        if (max() != other.max()) return differs("upper limit", max(), other.max());
        if (!unit().equals(other.unit()))
            return differs("unit", '"' + unit() + '"', '"' + other.unit() + '"');
        if (getClass() != other.getClass()) return differs("kind", kind(), other.kind());
        for (int bin = 2; bin <= bins(); bin++)
            if (lowEdge(bin) != other.lowEdge(bin))
                return differs("lower edge of bin " + bin, lowEdge(bin), other.lowEdge(bin));
        return Optional.empty();
    }

    private String kind() {
        return switch (this) {
            case UniformAxis _ -> "uniform";
            case VariableAxis _ -> "variable";
        };
    }

    private static Optional<String> differs(String what, Object here, Object there) {
        return Optional.of(what + " is " + here + " here and " + there + " there");
    }
}
