package tare.detectors.pixel.vcal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tare.export.plot.Curve;
import tare.export.plot.Graph;
import tare.export.plot.LineStyle;
import tare.export.plot.PlotAxis;
import tare.export.plot.ReferenceLine;
import tare.export.plot.XY;

/// The plot "correction against dose" of a tag, as a description.
public final class VcalPlot {
    private VcalPlot() {}

    /// Model in use solid, the one before dash-dotted, a labelled line at each region's dose. The
    /// curves are those of the barrel; a remark says what the rings have on top
    /// ([RadiationCorrection]).
    public static Graph of(CorrectionCurve curve) {
        Graph graph =
                Graph.of(
                                "VCal correction, " + curve.tagName(),
                                PlotAxis.of("dose", "Mrad").within(0, curve.edgeMrad()),
                                PlotAxis.of("correction", "1")
                                        .within(
                                                CorrectionCurve.LOWEST_FACTOR,
                                                CorrectionCurve.HIGHEST_FACTOR))
                        .with(line("new model", LineStyle.SOLID, curve, curve.bandGapFactor()))
                        .with(line("old model", LineStyle.DASH_DOT, curve, curve.linearFactor()))
                        .withRemark("rings: times 49/47");
        for (ReferenceLine mark : marks(curve.marksMrad())) graph = graph.with(mark);
        return graph;
    }

    private static List<ReferenceLine> marks(Map<Region, Double> marksMrad) {
        return marksMrad.entrySet().stream()
                .map(mark -> new ReferenceLine(mark.getValue(), mark.getKey().label()))
                .toList();
    }

    /// As far as it lies inside the picture.
    private static Curve line(
            String label, LineStyle style, CorrectionCurve curve, double[] factors) {
        double[] doses = curve.doseMrad();
        var points = new ArrayList<XY>();
        for (int i = 0; i < doses.length; i++) {
            if (factors[i] <= CorrectionCurve.HIGHEST_FACTOR) {
                points.add(new XY(doses[i], factors[i]));
            }
        }
        return new Curve(label, style, points);
    }
}
