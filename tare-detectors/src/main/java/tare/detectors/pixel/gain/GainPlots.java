package tare.detectors.pixel.gain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
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
        Steps[] lines =
                summary.regions().entrySet().stream()
                        .map(
                                region ->
                                        new Steps(
                                                region.getKey().key(), of.apply(region.getValue())))
                        .toArray(Steps[]::new);
        var axis = lines[0].counts().axis();
        return Distribution.of(
                title, PlotAxis.of(axis.title(), axis.unit()), PlotAxis.of("pixels", "1"), lines);
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
