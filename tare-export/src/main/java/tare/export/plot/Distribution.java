package tare.export.plot;

import java.util.ArrayList;
import java.util.List;

/// Histograms over each other, with a box of their entries, mean and standard deviation, and curves
/// to compare them with.
///
/// @param x quantity; its limits follow the histograms' unless given
/// @param y what is counted: `pixels`; always from 0 (linear) or below one entry (log)
/// @param histograms one or more
public record Distribution(
        String title,
        PlotAxis x,
        PlotAxis y,
        Scale scale,
        List<Steps> histograms,
        List<Curve> curves)
        implements Plot {
    public Distribution {
        histograms = List.copyOf(histograms);
        curves = List.copyOf(curves);
        if (histograms.isEmpty()) {
            throw new IllegalArgumentException("distribution '" + title + "' has no histogram");
        }
        if (scale == Scale.LOG && y.limits() != null && y.limits().low() <= 0) {
            throw new IllegalArgumentException(
                    "a log axis starts above 0, got " + y.limits().low() + " for " + y.quantity());
        }
    }

    public static Distribution of(String title, PlotAxis x, PlotAxis y, Steps... histograms) {
        return new Distribution(title, x, y, Scale.LINEAR, List.of(histograms), List.of());
    }

    public Distribution with(Scale otherScale) {
        return new Distribution(title, x, y, otherScale, histograms, curves);
    }

    public Distribution with(Curve another) {
        var more = new ArrayList<>(curves);
        more.add(another);
        return new Distribution(title, x, y, scale, histograms, more);
    }
}
