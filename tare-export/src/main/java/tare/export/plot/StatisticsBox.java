package tare.export.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tare.core.histogram.Statistics;

/// The legend of a distribution: entries, mean and standard deviation of each histogram, the sum of
/// weights outside its axis if there are any, and the names of the curves.
final class StatisticsBox {
    private StatisticsBox() {}

    static Legend of(Distribution plot) {
        boolean outside = plot.histograms().stream().anyMatch(steps -> steps.outside() != 0);
        var entries = new ArrayList<Legend.Entry>();
        entries.add(
                outside
                        ? Legend.Entry.text("", "entries", "mean", "std dev", "outside")
                        : Legend.Entry.text("", "entries", "mean", "std dev"));
        for (int i = 0; i < plot.histograms().size(); i++) {
            var sample = new Legend.Sample.Line(Look.lineColor(i), Look.STEP);
            List<String> cells = cells(plot.histograms().get(i));
            entries.add(new Legend.Entry(sample, outside ? cells : cells.subList(0, 4)));
        }
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            if (curve.label().isEmpty()) continue;
            var color = Look.lineColor(plot.histograms().size() + i);
            var sample = new Legend.Sample.Line(color, Look.stroke(curve.style()));
            entries.add(Legend.Entry.of(sample, curve.label()));
        }
        return new Legend(entries);
    }

    private static List<String> cells(Steps steps) {
        Statistics statistics = steps.counts().statistics();
        return List.of(
                steps.label(),
                String.format(Locale.ROOT, "%,d", steps.counts().entries()),
                Look.significant(statistics.mean()),
                Look.significant(statistics.standardDeviation()),
                Look.significant(steps.outside()));
    }
}
