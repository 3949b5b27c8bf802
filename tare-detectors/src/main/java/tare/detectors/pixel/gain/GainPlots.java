package tare.detectors.pixel.gain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.export.plot.Category;
import tare.export.plot.CategoryMap;
import tare.export.plot.DetectorMap;
import tare.export.plot.Distribution;
import tare.export.plot.Grid;
import tare.export.plot.Hue;
import tare.export.plot.Page;
import tare.export.plot.PlotAxis;
import tare.export.plot.Steps;

/// What a calibration looks like, as descriptions of plots.
public final class GainPlots {
    /// Share of a distribution's entries that a bin must have to be looked at.
    private static final double FEW = 1e-4;

    private static final List<Hue> STATUS_HUES =
            List.of(
                    Hue.BLACK,
                    Hue.PALE_BLUE,
                    Hue.PURPLE,
                    Hue.SKY_BLUE,
                    Hue.YELLOW,
                    Hue.ORANGE,
                    Hue.GREY,
                    Hue.VERMILION,
                    Hue.GREEN);

    private GainPlots() {}

    /// Distributions of gain, pedestal and their errors, a line per layer or ring.
    public static Page distributions(String title, GainSummary summary) {
        return Page.of(
                title,
                1400,
                Page.Row.of(
                        420,
                        overlay("Gain", summary, RegionSummary::gain),
                        overlay("Pedestal", summary, RegionSummary::pedestal)),
                Page.Row.of(
                        420,
                        overlay(
                                "Relative error of the gain",
                                summary,
                                RegionSummary::relativeGainError),
                        overlay("Error of the pedestal", summary, RegionSummary::pedestalError)));
    }

    private static Distribution overlay(
            String title, GainSummary summary, Function<RegionSummary, Histogram1D.Snapshot> of) {
        List<Steps> lines =
                summary.regions().entrySet().stream()
                        .map(
                                region ->
                                        new Steps(
                                                region.getKey().key(), of.apply(region.getValue())))
                        .toList();
        Axis axis = lines.getFirst().counts().axis();
        return Distribution.of(
                title,
                visible(axis, lines),
                PlotAxis.of("pixels", "1"),
                lines.toArray(Steps[]::new));
    }

    /// The part of an axis in which all but a few entries of each line lie.
    private static PlotAxis visible(Axis axis, List<Steps> lines) {
        int first = axis.bins();
        int last = 1;
        for (Steps line : lines) {
            double few = FEW * line.counts().integral();
            for (int bin = 1; bin <= axis.bins(); bin++) {
                if (line.counts().content(bin) > few) {
                    first = Math.min(first, bin);
                    last = Math.max(last, bin);
                }
            }
        }
        PlotAxis whole = PlotAxis.of(axis.title(), axis.unit());
        if (first > last) return whole;
        int margin = 1 + (last - first) / 4;
        return whole.within(
                axis.lowEdge(Math.max(1, first - margin)),
                axis.lowEdge(Math.min(axis.bins() + 1, last + 1 + margin)));
    }

    /// Maps of a module: gain, pedestal and status of its pixels.
    public static Page module(ModuleGains gains) {
        return Page.of(
                gains.module().name().toString(),
                1100,
                Page.Row.of(400, gainMap(gains)),
                Page.Row.of(400, pedestalMap(gains)),
                Page.Row.of(400, statusMap(gains)));
    }

    public static DetectorMap gainMap(ModuleGains gains) {
        return new DetectorMap(
                "Gain", PlotAxis.of("gain", "e/ADC"), grid(gains, usable(gains, gains::gain)));
    }

    public static DetectorMap pedestalMap(ModuleGains gains) {
        return new DetectorMap(
                "Pedestal",
                PlotAxis.of("pedestal", "ADC"),
                grid(gains, usable(gains, gains::pedestal)));
    }

    /// A colour per status that occurs.
    public static CategoryMap statusMap(ModuleGains gains) {
        List<Category> categories =
                Arrays.stream(GainStatus.values())
                        .filter(status -> occurs(status, gains))
                        .map(status -> category(status))
                        .toList();
        return new CategoryMap("Status of the fit", categories, grid(gains, gains::status));
    }

    private static Category category(GainStatus status) {
        return new Category(
                status.code(), status.label(), STATUS_HUES.get(Math.abs(status.code())));
    }

    private static boolean occurs(GainStatus status, ModuleGains gains) {
        for (int pixel = 0; pixel < ModuleGains.PIXELS; pixel++) {
            if (gains.isScanned(pixel) && gains.status(pixel) == status.code()) return true;
        }
        return false;
    }

    private static IntToDoubleFunction usable(ModuleGains gains, IntToDoubleFunction value) {
        return pixel ->
                GainStatus.of(gains.status(pixel)).isUsable()
                        ? value.applyAsDouble(pixel)
                        : Double.NaN;
    }

    private static Grid grid(ModuleGains gains, IntToDoubleFunction value) {
        double[] values = new double[ModuleGains.PIXELS];
        for (int pixel = 0; pixel < values.length; pixel++) {
            values[pixel] = gains.isScanned(pixel) ? value.applyAsDouble(pixel) : Double.NaN;
        }
        return Grid.of(ModulePixel.ROWS, ModulePixel.COLUMNS, values).dividedInto(2, 8);
    }
}
