package tare.export.plot;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How high the histograms and curves of a distribution reach, and the axis this asks for.
record Heights(Distribution plot) {
    private static final double HEADROOM = 1.08;
    private static final double LARGEST_BOX = 0.6;

    /// Range of x: as given, or what the histograms span.
    Limits x() {
        Limits given = plot.x().limits();
        if (given != null) return given;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Steps steps : plot.histograms()) {
            low = Math.min(low, steps.counts().axis().min());
            high = Math.max(high, steps.counts().axis().max());
        }
        return new Limits(low, high);
    }

    /// Where the steps stand: 0 or below a negative content; on a log axis its lower limit, or half
    /// of the smallest content.
    double floor() {
        return switch (plot.scale()) {
            case LINEAR -> HEADROOM * Math.min(0, contents().min().orElse(0));
            case LOG -> {
                Limits given = plot.y().limits();
                double smallest = contents().filter(content -> content > 0).min().orElse(1);
                yield given != null ? given.low() : smallest / 2;
            }
        };
    }

    private DoubleStream contents() {
        return plot.histograms().stream()
                .map(Steps::counts)
                .flatMapToDouble(
                        counts ->
                                IntStream.rangeClosed(1, counts.axis().bins())
                                        .mapToDouble(counts::content));
    }

    /// The highest content or curve within a range of x, at least 0.
    double highest(Limits range) {
        double highest = 0;
        for (Steps steps : plot.histograms()) {
            var axis = steps.counts().axis();
            for (int bin = 1; bin <= axis.bins(); bin++) {
                if (axis.lowEdge(bin) < range.high() && axis.lowEdge(bin + 1) > range.low()) {
                    highest = Math.max(highest, steps.counts().content(bin));
                }
            }
        }
        for (Curve curve : plot.curves()) {
            for (XY point : curve.points()) {
                if (point.x() >= range.low() && point.x() <= range.high()) {
                    highest = Math.max(highest, point.y());
                }
            }
        }
        return highest;
    }

    /// Range of y: as given, or what shows everything.
    Limits y() {
        return y(0, 0);
    }

    /// Range of y that besides keeps what reaches `below` clear of a box at the top.
    ///
    /// @param part height of the box as a part of the frame's
    Limits y(double below, double part) {
        Limits given = plot.y().limits();
        if (given != null) return given;
        double low = floor();
        double all = highest(x()) * HEADROOM;
        double free = 1 - Math.min(part, LARGEST_BOX);
        double top =
                switch (plot.scale()) {
                    case LINEAR -> Math.max(all, below / free);
                    case LOG ->
                            Math.max(
                                    Math.max(all, low * 10),
                                    low * Math.pow(Math.max(1, below / low), 1 / free));
                };
        return new Limits(low, top > low ? top : 1);
    }
}
