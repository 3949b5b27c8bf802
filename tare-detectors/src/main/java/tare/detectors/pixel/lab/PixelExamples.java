package tare.detectors.pixel.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tare.detectors.pixel.gain.GainStatus;
import tare.export.plot.Curve;
import tare.export.plot.Graph;
import tare.export.plot.LineStyle;
import tare.export.plot.Page;
import tare.export.plot.Plot;
import tare.export.plot.PlotAxis;
import tare.export.plot.Points;
import tare.export.plot.XY;

/// Pulse heights of some pixels of a module with all models drawn through them: good, typical and
/// poor ones by the residual of their tangent, and pixels that were refused.
///
/// @param module as people write it
/// @param rocs fitted, one or more
public record PixelExamples(String module, List<RocFits> rocs) {
    private static final List<Rank> RANKS =
            List.of(
                    new Rank("good", 0.05),
                    new Rank("typical", 0.5),
                    new Rank("poor", 0.95),
                    new Rank("worst", 1));
    private static final int REFUSED = 2;
    private static final int PER_ROW = 2;
    private static final int STEPS = 200;
    private static final double HIGHEST_ADC = 280;

    /// What part of the pixels have a smaller residual.
    private record Rank(String name, double quantile) {}

    private record Pixel(RocFits roc, int pixel, double residualAdc) {}

    private record Example(String rank, Pixel pixel) {}

    /// All examples; empty if no pixel answered.
    public List<Page> pages() {
        List<Example> examples = examples();
        if (examples.isEmpty()) return List.of();
        var rows = new ArrayList<Page.Row>();
        for (int i = 0; i < examples.size(); i += PER_ROW) {
            rows.add(
                    new Page.Row(
                            340,
                            examples.subList(i, Math.min(i + PER_ROW, examples.size())).stream()
                                    .map(it -> (Plot) graph(it))
                                    .toList()));
        }
        return List.of(new Page(module + ": pulse heights of some pixels", 1200, rows));
    }

    private List<Example> examples() {
        List<Pixel> byResidual =
                rocs.stream()
                        .flatMap(PixelExamples::fitted)
                        .sorted(Comparator.comparingDouble(Pixel::residualAdc))
                        .toList();
        var examples = new ArrayList<Example>();
        for (Rank rank : RANKS) {
            if (byResidual.isEmpty()) break;
            int at = (int) (rank.quantile() * (byResidual.size() - 1));
            examples.add(new Example(rank.name(), byResidual.get(at)));
        }
        refused().forEach(pixel -> examples.add(new Example("refused", pixel)));
        return examples;
    }

    private static Stream<Pixel> fitted(RocFits roc) {
        double[] residuals = roc.tangents().rmsResidualAdc();
        return IntStream.range(0, LabRoc.PIXELS)
                .filter(pixel -> Double.isFinite(residuals[pixel]))
                .filter(pixel -> roc.isFitted(PulseHeightModel.LINE, pixel))
                .mapToObj(pixel -> new Pixel(roc, pixel, residuals[pixel]));
    }

    /// Refused pixels that answered at all.
    private List<Pixel> refused() {
        return rocs.stream()
                .flatMap(
                        roc ->
                                IntStream.range(0, LabRoc.PIXELS)
                                        .filter(it -> !roc.lines().status(it).isUsable())
                                        .filter(it -> !points(roc, it).isEmpty())
                                        .mapToObj(it -> new Pixel(roc, it, Double.NaN)))
                .limit(REFUSED)
                .toList();
    }

    private static List<Points.Point> points(RocFits roc, int pixel) {
        double[] vcal = roc.scan().vcalLow();
        return IntStream.range(0, vcal.length)
                .filter(i -> roc.scan().meanAdc(pixel, i) > 0)
                .mapToObj(i -> new Points.Point(vcal[i], roc.scan().meanAdc(pixel, i), 0))
                .toList();
    }

    private static Graph graph(Example example) {
        RocFits roc = example.pixel().roc();
        int pixel = example.pixel().pixel();
        Graph graph =
                Graph.of(
                        title(example.rank(), roc, pixel),
                        PlotAxis.of("VCal", "low-range steps").within(0, 1.05 * highestVcal(roc)),
                        PlotAxis.of("pulse height", "ADC").within(0, HIGHEST_ADC));
        for (PulseHeightModel model : PulseHeightModel.values()) {
            List<XY> curve = curve(model, roc, pixel);
            if (curve.size() > 1) graph = graph.with(new Curve(model.label(), style(model), curve));
        }
        return graph.with(new Points("measured", points(roc, pixel)));
    }

    private static LineStyle style(PulseHeightModel model) {
        return switch (model) {
            case LINE -> LineStyle.DASHED;
            case ERROR_FUNCTION -> LineStyle.DASH_DOT;
            case HYPERBOLIC_TANGENT -> LineStyle.SOLID;
        };
    }

    /// As far as it lies inside the picture.
    private static List<XY> curve(PulseHeightModel model, RocFits roc, int pixel) {
        double step = highestVcal(roc) / STEPS;
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> new double[] {i * step, roc.adc(model, pixel, i * step)})
                .filter(point -> point[1] >= 0 && point[1] <= HIGHEST_ADC)
                .map(point -> new XY(point[0], point[1]))
                .toList();
    }

    /// At least 1, so that there is an axis.
    private static double highestVcal(RocFits roc) {
        double[] vcal = roc.scan().vcalLow();
        return Math.max(vcal[vcal.length - 1], 1);
    }

    private static String title(String rank, RocFits roc, int pixel) {
        GainStatus status = roc.lines().status(pixel);
        return String.format(
                Locale.ROOT,
                "%s: ROC %d, column %d, row %d; status %d, %s",
                rank,
                roc.roc(),
                LabRoc.column(pixel),
                LabRoc.row(pixel),
                status.code(),
                status.label());
    }
}
