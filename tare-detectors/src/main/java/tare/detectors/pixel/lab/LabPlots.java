package tare.detectors.pixel.lab;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tare.core.histogram.Axis;
import tare.core.histogram.Histogram1D;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.RocOrientation;
import tare.detectors.pixel.geometry.RocPixel;
import tare.export.plot.DetectorMap;
import tare.export.plot.Distribution;
import tare.export.plot.Grid;
import tare.export.plot.Page;
import tare.export.plot.Plot;
import tare.export.plot.PlotAxis;
import tare.export.plot.Steps;

/// Pictures of a module on the bench, as descriptions: maps and distributions. The pulse heights of
/// single pixels: [PixelExamples].
///
/// @param module as people write it
/// @param rocs fitted, one or more
public record LabPlots(String module, List<RocFits> rocs) {
    private static final int BINS = 120;

    /// Refused pixels have no value.
    private static double gain(RocFits roc, int pixel) {
        return roc.lines().status(pixel).isUsable() ? roc.lines().gain(pixel) : Double.NaN;
    }

    private static double pedestal(RocFits roc, int pixel) {
        return roc.lines().status(pixel).isUsable() ? roc.lines().pedestal(pixel) : Double.NaN;
    }

    /// Gain and pedestal of every pixel at its place in an endcap module; ROCs that were not
    /// measured are blank.
    public Page maps() {
        return Page.of(
                module,
                1100,
                Page.Row.of(420, map("Gain", "gain", "e/ADC", LabPlots::gain)),
                Page.Row.of(420, map("Pedestal", "pedestal", "ADC", LabPlots::pedestal)));
    }

    private Plot map(
            String title,
            String quantity,
            String unit,
            ToDoubleBiFunction<RocFits, Integer> value) {
        double[] cells = new double[ModulePixel.PIXELS];
        Arrays.fill(cells, Double.NaN);
        for (RocFits roc : rocs) {
            for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
                cells[cell(roc.roc(), pixel)] = value.applyAsDouble(roc, pixel);
            }
        }
        Grid grid =
                Grid.of(ModulePixel.ROWS, ModulePixel.COLUMNS, cells)
                        .dividedInto(2, RocPixel.ROCS / 2);
        return new DetectorMap(title, PlotAxis.of(quantity, unit), grid);
    }

    private static int cell(int roc, int pixel) {
        int row = RocOrientation.N.moduleRow(roc, LabRoc.row(pixel));
        int column = RocOrientation.N.moduleColumn(roc, LabRoc.column(pixel));
        return row * ModulePixel.COLUMNS + column;
    }

    /// How gain and pedestal are distributed, and the residuals of the curves.
    public Page distributions() {
        return Page.of(
                module,
                1200,
                Page.Row.of(
                        380,
                        distribution("Gain", "gain", "e/ADC", LabPlots::gain),
                        distribution("Pedestal", "pedestal", "ADC", LabPlots::pedestal)),
                Page.Row.of(380, residuals()));
    }

    private Plot distribution(
            String title,
            String quantity,
            String unit,
            ToDoubleBiFunction<RocFits, Integer> value) {
        double[] values =
                rocs.stream()
                        .flatMapToDouble(
                                roc ->
                                        IntStream.range(0, LabRoc.PIXELS)
                                                .mapToDouble(it -> value.applyAsDouble(roc, it)))
                        .filter(Double::isFinite)
                        .toArray();
        return Distribution.of(
                title,
                PlotAxis.of(quantity, unit),
                PlotAxis.of("pixels", "1"),
                steps(module, values, axis(values)));
    }

    private Plot residuals() {
        double[] erf = residuals(RocFits::errorFunctions);
        double[] tanh = residuals(RocFits::tangents);
        Axis axis =
                axis(DoubleStream.concat(DoubleStream.of(erf), DoubleStream.of(tanh)).toArray());
        return Distribution.of(
                "Residual of a pixel's curve",
                PlotAxis.of("root mean squared residual", "ADC"),
                PlotAxis.of("pixels", "1"),
                steps(PulseHeightModel.ERROR_FUNCTION.label(), erf, axis),
                steps(PulseHeightModel.HYPERBOLIC_TANGENT.label(), tanh, axis));
    }

    private double[] residuals(Function<RocFits, RocCurves> model) {
        return rocs.stream()
                .flatMapToDouble(roc -> DoubleStream.of(model.apply(roc).rmsResidualAdc()))
                .filter(Double::isFinite)
                .toArray();
    }

    private static Steps steps(String label, double[] values, Axis axis) {
        var counts = new Histogram1D(axis);
        counts.fill(values);
        return new Steps(label, counts.snapshot());
    }

    /// Holds all values but the outermost per mille at either end.
    private static Axis axis(double[] values) {
        if (values.length == 0) return Axis.uniform(BINS, 0, 1);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 1000;
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        double margin = high > low ? (high - low) / 10 : 1;
        return Axis.uniform(BINS, low - margin, high + margin);
    }
}
