package tare.detectors.pixel.lab;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Bench results as a table, a row per pixel.
///
/// | column | meaning |
/// | --- | --- |
/// | `module,roc,column,row` | the pixel in its ROC |
/// | `status,gain_e_per_adc,pedestal_adc` | of the straight line; empty without one |
/// | `erf_status,erf_par0..3,erf_rms_adc` | of the error function, as the bench numbers parameters
/// |
/// | `tanh_status,tanh_par0..3,tanh_rms_adc` | of the hyperbolic tangent |
public final class LabCsv {
    private final CsvWriter csv;

    /// Writes the header.
    ///
    /// @param text is flushed by [#flush], not closed
    public LabCsv(Writer text) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        var header =
                new ArrayList<>(
                        List.of(
                                "module",
                                "roc",
                                "column",
                                "row",
                                "status",
                                "gain_e_per_adc",
                                "pedestal_adc"));
        for (String curve : List.of("erf", "tanh")) {
            header.add(curve + "_status");
            for (int k = 0; k < 4; k++) header.add(curve + "_par" + k);
            header.add(curve + "_rms_adc");
        }
        csv.writeRecord(header);
    }

    /// Adds the pixels of a ROC.
    public void add(String module, RocFits roc) {
        double[] erfRms = roc.errorFunctions().rmsResidualAdc();
        double[] tanhRms = roc.tangents().rmsResidualAdc();
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            var row = new ArrayList<String>();
            row.add(module);
            row.add(Integer.toString(roc.roc()));
            row.add(Integer.toString(LabRoc.column(pixel)));
            row.add(Integer.toString(LabRoc.row(pixel)));
            row.add(Integer.toString(roc.lines().status(pixel).code()));
            row.add(number(roc.lines().gain(pixel)));
            row.add(number(roc.lines().pedestal(pixel)));
            addCurve(row, roc.errorFunctions(), pixel, erfRms[pixel]);
            addCurve(row, roc.tangents(), pixel, tanhRms[pixel]);
            csv.writeRecord(row);
        }
    }

    private static void addCurve(List<String> row, RocCurves curves, int pixel, double rms) {
        row.add(curves.status(pixel).name().toLowerCase(Locale.ROOT));
        double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] parameters = curves.curve(pixel).map(PulseHeightCurve::parameters).orElse(none);
        for (double parameter : parameters) row.add(number(parameter));
        row.add(number(rms));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.7g", value);
    }

    public void flush() throws IOException {
        csv.flush();
    }
}
