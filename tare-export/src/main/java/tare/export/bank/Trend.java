package tare.export.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.export.plot.Curve;
import tare.export.plot.Graph;
import tare.export.plot.LineStyle;
import tare.export.plot.Page;
import tare.export.plot.PlotAxis;
import tare.export.plot.Points;
import tare.export.plot.XY;

/// The course of one field over intervals of validity, oldest first.
///
/// @param field one number per channel
/// @param points one per interval
public record Trend(FieldDefinition field, List<Point> points) {
    public Trend {
        points = List.copyOf(points);
    }

    /// What a field was from one moment on.
    ///
    /// @param since on the axis of the plot: a run number, hours
    /// @param channels how many usable channels are behind it
    /// @param mean of the usable channels, NaN if there are none
    /// @param rms spread of the channels about their mean; 0 for a single one
    public record Point(
            double since, int channels, double mean, double rms, double lowest, double highest) {
        /// All usable channels of a bank.
        public static Point ofAll(double since, Bank bank, FieldDefinition field) {
            return of(since, UsableValues.of(bank, field).finite());
        }

        /// One channel; NaN if the bank lacks it or it is not usable.
        public static Point ofChannel(
                double since, Bank bank, FieldDefinition field, int channelId) {
            int index = bank.index(channelId);
            double value = index < 0 ? Double.NaN : UsableValues.value(bank, index, field);
            return of(since, Double.isNaN(value) ? new double[0] : new double[] {value});
        }

        private static Point of(double since, double[] values) {
            var all = Arrays.stream(values).summaryStatistics();
            double mean = values.length == 0 ? Double.NaN : all.getAverage();
            double squares =
                    Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
            double rms = values.length == 0 ? Double.NaN : Math.sqrt(squares / values.length);
            double low = values.length == 0 ? Double.NaN : all.getMin();
            double high = values.length == 0 ? Double.NaN : all.getMax();
            return new Point(since, values.length, mean, rms, low, high);
        }
    }

    /// Points where intervals begin, held on to until the next one; bars are the channels' spread.
    public Page page(String title, PlotAxis moments) {
        var shown = new ArrayList<Points.Point>();
        var steps = new ArrayList<XY>();
        for (Point point : points) {
            if (point.channels() == 0) continue;
            if (!steps.isEmpty()) steps.add(new XY(point.since(), steps.getLast().y()));
            steps.add(new XY(point.since(), point.mean()));
            shown.add(new Points.Point(point.since(), point.mean(), point.rms()));
        }
        Graph graph = Graph.of(title, moments, PlotAxis.of(BankPages.words(field), field.unit()));
        if (shown.isEmpty()) return Page.of(graph.withRemark("no usable channel at any time"));
        if (steps.size() > 1) graph = graph.with(new Curve("", LineStyle.SOLID, steps));
        return Page.of(graph.with(new Points("", shown)));
    }
}
