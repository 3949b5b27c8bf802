package tare.detectors.pixel.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Bench results as lines of text.
public final class LabReport {
    private LabReport() {}

    /// A module: how many pixels have a line and why others have none, gain and pedestal, and how
    /// far the models are from the points.
    public static List<String> lines(ModuleSummary module) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s: %d %s, %,d pixels, %,d accepted (%.3f %%)",
                        module.module(),
                        module.rocs(),
                        module.rocs() == 1 ? "ROC" : "ROCs",
                        module.pixels(),
                        module.accepted(),
                        100.0 * module.accepted() / module.pixels()));
        module.statuses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        entry ->
                                status(
                                        entry.getKey().code(),
                                        entry.getValue(),
                                        entry.getKey().label()))
                .forEach(lines::add);
        lines.add(spread("gain", module.gain(), "e/ADC", module.gainInRoc()));
        lines.add(spread("pedestal", module.pedestal(), "ADC", module.pedestalInRoc()));
        lines.add(
                "  model                 converged    residual RMS [ADC]: on the line   all points");
        module.models().stream().map(LabReport::model).forEach(lines::add);
        return lines;
    }

    private static String status(int code, int pixels, String label) {
        return String.format(Locale.ROOT, "  status %2d  %,9d  %s", code, pixels, label);
    }

    private static String spread(String quantity, Spread spread, String unit, double inRoc) {
        return String.format(
                Locale.ROOT,
                "  %-9s %7.2f ± %5.2f %s, inside a ROC ± %.2f",
                quantity,
                spread.mean(),
                spread.rms(),
                unit,
                inRoc);
    }

    private static String model(ModelSummary model) {
        return String.format(
                Locale.ROOT,
                "  %-20s %9.3f %% %32.3f %12.3f",
                model.model().label(),
                100 * model.fraction(),
                model.residualOnLineAdc(),
                model.residualAdc());
    }

    /// How two sets of curves differ: ours, and those of the bench.
    public static List<String> lines(String place, CurveFamily family, BenchComparison comparison) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s against the bench's own fits, %s",
                        place,
                        family.formula()));
        lines.add(agreement("under the bench's rules", comparison.sameRules()));
        lines.add(agreement("plain least squares", comparison.leastSquares()));
        return lines;
    }

    private static String agreement(String rules, CurveAgreement agreement) {
        return String.format(
                Locale.ROOT,
                "  %-24s %,d pixels, curves apart by %.3f ADC RMS (median pixel %.3f, worst %.2f); residual RMS ours %.3f, bench %.3f ADC",
                rules + ":",
                agreement.pixels(),
                agreement.curveRmsAdc(),
                agreement.medianCurveRmsAdc(),
                agreement.worstCurveRmsAdc(),
                agreement.firstResidualRmsAdc(),
                agreement.secondResidualRmsAdc());
    }
}
