package tare.export.bank;

import java.util.ArrayList;
import java.util.Arrays;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;
import tare.export.plot.Curve;
import tare.export.plot.Distribution;
import tare.export.plot.Graph;
import tare.export.plot.Limits;
import tare.export.plot.LineStyle;
import tare.export.plot.PlotAxis;
import tare.export.plot.Points;
import tare.export.plot.Points.Point;
import tare.export.plot.Steps;
import tare.export.plot.XY;

/// Two views of the same numbers: how they are distributed, and how they run along the channels.
///
/// @param quantity what the numbers are, with unit
record ValuePlots(PlotAxis quantity, UsableValues values) {
    private static final int BINS = 100;
    private static final int SLICES = 400;

    /// Share of the values at either end that may lie outside the axis; they count as outside.
    private static final double TAIL = 0.0005;

    private static final double MARGIN = 0.1;

    /// A histogram of all but the farthest values, which its box counts.
    Distribution distribution() {
        Limits limits = limits();
        var histogram =
                new Histogram1D(
                        Axis.uniform(BINS, limits.low(), limits.high())
                                .labelled(quantity.quantity(), quantity.unit()));
        histogram.fill(values.finite());
        return Distribution.of(
                "", quantity, PlotAxis.of("channels", "1"), new Steps("", histogram.snapshot()));
    }

    private Limits limits() {
        double[] sorted = values.finite();
        if (sorted.length == 0) return new Limits(0, 1);
        Arrays.sort(sorted);
        int cut = (int) (TAIL * sorted.length);
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        double pad = high > low ? MARGIN * (high - low) : Math.max(0.5, Math.abs(low) * 0.1);
        return new Limits(low - pad, high + pad);
    }

    /// The values in the order of the channels. Where there are more channels than a picture can
    /// show, neighbours are drawn as their mean, between lines at their lowest and highest.
    Graph alongChannels() {
        int width = Math.ceilDiv(Math.max(1, values.channels()), SLICES);
        var means = new ArrayList<Point>();
        var lowest = new ArrayList<XY>();
        var highest = new ArrayList<XY>();
        for (int from = 0; from < values.channels(); from += width) {
            double[] slice = values.finite(from, Math.min(from + width, values.channels()));
            if (slice.length == 0) continue;
            var statistics = Arrays.stream(slice).summaryStatistics();
            double x = from + 0.5 * (width - 1);
            means.add(new Point(x, statistics.getAverage(), 0));
            lowest.add(new XY(x, statistics.getMin()));
            highest.add(new XY(x, statistics.getMax()));
        }
        Graph graph =
                Graph.of(
                        "",
                        PlotAxis.of("channel, by dense index", "1"),
                        PlotAxis.of(quantity.quantity(), quantity.unit()));
        if (means.isEmpty()) return graph.withRemark("no usable channel");
        if (width == 1 || means.size() < 2) return graph.with(new Points("", means));
        return graph.with(new Curve("highest", LineStyle.SOLID, highest))
                .with(new Curve("lowest", LineStyle.SOLID, lowest))
                .with(new Points("mean of " + width + " channels", means));
    }
}
