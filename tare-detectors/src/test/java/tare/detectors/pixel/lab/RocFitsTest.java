package tare.detectors.pixel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.detectors.pixel.gain.FitSettings;
import tare.detectors.pixel.gain.GainStatus;
import tare.export.plot.Page;

class RocFitsTest {
    private static final int[] LOW = {50, 100, 150, 200, 250};
    private static final int[] HIGH = {50, 70, 90, 200, 210, 220, 230};

    @TempDir Path folder;

    /// 250 e/ADC from 30 ADC on, up to a plateau at 240 ADC; pixel 7 silent, pixel 9 stuck.
    private LabScan scan() throws IOException {
        return LabFile.read(
                LabFiles.write(
                        folder.resolve("phCalibration_C3.dat"),
                        LOW,
                        HIGH,
                        (pixel, vcal) ->
                                switch (pixel) {
                                    case 7 -> 0.0;
                                    case 9 -> 90.0;
                                    default -> Math.min(30 + (47 * vcal - 60) / 250, 240);
                                }));
    }

    @Test
    void findsTheLineOfALinearPixel() throws IOException {
        RocLines lines = RocLines.fit(scan(), FitSettings.PRODUCTION);

        assertThat(lines.status(0)).isEqualTo(GainStatus.GOOD);
        // Means are cut to whole ADC counts.
        assertThat(lines.gain(0)).isCloseTo(250, within(2.5));
        assertThat(lines.pedestal(0)).isCloseTo(29.5, within(1.0));
        assertThat(lines.status(7)).isEqualTo(GainStatus.ON_PLATEAU);
        assertThat(lines.status(9)).isEqualTo(GainStatus.ON_PLATEAU);
        assertThat(lines.gain(7)).isNaN();
        assertThat(lines.covers(0, 50)).isTrue();
        assertThat(lines.covers(0, 1400)).isFalse();
        assertThat(lines.covers(7, 50)).isFalse();
    }

    @Test
    void sumsUpAModule() throws IOException {
        RocFits roc = RocFits.of(3, scan());

        ModuleSummary module = ModuleSummary.of("made", List.of(roc, roc));

        assertThat(module.pixels()).isEqualTo(8320);
        assertThat(module.accepted()).isEqualTo(8316);
        assertThat(module.statuses())
                .containsOnly(
                        Map.entry(GainStatus.GOOD, 8316), Map.entry(GainStatus.ON_PLATEAU, 4));
        assertThat(module.gain().rms()).isCloseTo(0, within(1e-4));
        assertThat(module.models().getFirst().residualOnLineAdc()).isBetween(0.1, 0.6);
        assertThat(module.models().getFirst().residualAdc()).isGreaterThan(10);
        assertThat(LabReport.lines(module))
                .startsWith("made: 2 ROCs, 8,320 pixels, 8,316 accepted (99.952 %)")
                .contains("  status -2          4  too many plateau points");
    }

    @Test
    void writesARowPerPixelAndDrawsWhatItFound() throws IOException {
        RocFits roc = RocFits.of(3, scan());
        var text = new StringWriter();
        var csv = new LabCsv(text);
        csv.add("made", roc);
        csv.flush();

        List<String> lines = text.toString().lines().toList();
        assertThat(lines).hasSize(1 + LabRoc.PIXELS);
        assertThat(lines.get(8)).startsWith("made,3,0,7,-2,,,no_data,,,,,,no_data,");
        Page examples = new PixelExamples("made", List.of(roc)).pages().getFirst();
        // Four fitted pixels and the stuck one; the silent one has nothing to show.
        assertThat(examples.rows().stream().mapToInt(row -> row.plots().size()).sum()).isEqualTo(5);
        assertThat(new LabPlots("made", List.of(roc)).maps().rows()).hasSize(2);
    }

    /// Figures of the reference's own fit, see pixel-real-fit in the shared vectors.
    @ParameterizedTest
    @CsvSource({
        "module-A, 66557, 3, 278.8, 10, 55.9, 10.8",
        "P-A-3-15, 66558, 2, 253.7, 7, 38.6, 9.2"
    })
    void findsTheFiguresOfTheMeasuredModules(
            String module,
            int accepted,
            int onPlateau,
            double gain,
            double gainInRoc,
            double pedestal,
            double pedestalRms)
            throws IOException {
        List<RocFits> rocs = measured(module);

        ModuleSummary summary = ModuleSummary.of(module, rocs);

        assertThat(summary.accepted()).isEqualTo(accepted);
        assertThat(summary.statuses()).containsEntry(GainStatus.ON_PLATEAU, onPlateau);
        assertThat(summary.gain().mean()).isCloseTo(gain, within(0.05));
        assertThat(summary.gainInRoc()).isCloseTo(gainInRoc, within(0.5));
        assertThat(summary.pedestal().mean()).isCloseTo(pedestal, within(0.05));
        assertThat(summary.pedestal().rms()).isCloseTo(pedestalRms, within(0.05));
    }

    /// Lines only: the curves have their own test.
    private static List<RocFits> measured(String module) throws IOException {
        var rocs = new ArrayList<RocFits>();
        for (int roc = 0; roc < LabRoc.ROCS; roc++) {
            LabScan scan =
                    LabFile.read(LabFiles.measured(module + "_phCalibration_C" + roc + ".dat.gz"));
            rocs.add(
                    new RocFits(
                            roc,
                            scan,
                            RocLines.fit(scan, FitSettings.PRODUCTION),
                            new RocCurves(CurveFamily.ERROR_FUNCTION, 0),
                            new RocCurves(CurveFamily.HYPERBOLIC_TANGENT, 0)));
        }
        return rocs;
    }

    @Test
    void agreesWithTheReferenceOnEveryMeasuredPixel() throws IOException {
        Map<String, RocLines> lines = new HashMap<>();
        try (CsvReader<NamedCsvRecord> table =
                CsvReader.builder().ofNamedCsvRecord(LabFiles.measuredFits())) {
            for (NamedCsvRecord row : table) {
                String file =
                        row.getField("module")
                                + "_phCalibration_C"
                                + row.getField("roc")
                                + ".dat.gz";
                RocLines roc = lines.get(file);
                if (roc == null) {
                    roc =
                            RocLines.fit(
                                    LabFile.read(LabFiles.measured(file)), FitSettings.PRODUCTION);
                    lines.put(file, roc);
                }
                check(roc, row);
            }
        }
        assertThat(lines).hasSize(32);
    }

    private static void check(RocLines lines, NamedCsvRecord row) {
        int pixel =
                LabRoc.pixel(
                        Integer.parseInt(row.getField("col")),
                        Integer.parseInt(row.getField("row")));
        assertThat(lines.status(pixel).code())
                .isEqualTo(Integer.parseInt(row.getField("status_prod")));
        if (row.getField("filled").equals("0")) return;
        double gain = Double.parseDouble(row.getField("gain_e_per_adc"));
        double pedestal = Double.parseDouble(row.getField("pedestal_adc"));
        assertThat(lines.gain(pixel)).isCloseTo(gain, within(1e-5 * gain));
        assertThat(lines.pedestal(pixel)).isCloseTo(pedestal, within(1e-4));
    }
}
