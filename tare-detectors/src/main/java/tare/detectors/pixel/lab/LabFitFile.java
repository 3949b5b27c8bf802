package tare.detectors.pixel.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reader of the bench software's own fits, `phCalibrationFit<function><VCal>_C<roc>.dat`, plain or
/// gzip.
///
/// | line | content |
/// | --- | --- |
/// | 1 | `Parameters of the vcal vs. pulse height fits` |
/// | 2 | the function, one of [CurveFamily#formula] |
/// | 3 | empty |
/// | 4 to 4163 | par0 to par3, `Pix`, column, row |
///
/// Four zeros mean that the bench software made no fit. Source: psi46/pxar,
/// `util/ConfigParameters.cc`, which writes such files.
public final class LabFitFile {
    static final String TITLE = "Parameters of the vcal vs. pulse height fits";

    private LabFitFile() {}

    /// Reads one ROC. The curves stand in the bench's abscissa, half a VCal step higher.
    ///
    /// @throws LabFileException if anything is not as described above, with the line
    public static RocCurves read(Path file) throws IOException {
        try (LabLines lines = LabLines.open(file)) {
            lines.expect(TITLE);
            var curves = new RocCurves(family(lines), FitRules.BENCH.vcalShift());
            lines.expect("");
            for (int i = 0; i < LabRoc.PIXELS; i++) {
                String[] words = lines.pixelWords(4);
                double[] parameters = new double[4];
                for (int k = 0; k < 4; k++) parameters[k] = lines.realValue(words[k]);
                int pixel = lines.pixel(words);
                if (Arrays.stream(parameters).anyMatch(value -> value != 0)) {
                    curves.setRead(pixel, parameters);
                }
            }
            lines.expectEnd();
            return curves;
        }
    }

    private static CurveFamily family(LabLines lines) throws IOException {
        String formula = lines.next("a function").strip();
        for (CurveFamily family : CurveFamily.values()) {
            if (family.formula().equals(formula)) return family;
        }
        throw lines.error("function '" + formula + "' is none of " + known());
    }

    private static List<String> known() {
        return Arrays.stream(CurveFamily.values()).map(CurveFamily::formula).toList();
    }
}
