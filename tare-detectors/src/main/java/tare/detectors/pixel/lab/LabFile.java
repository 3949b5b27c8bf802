package tare.detectors.pixel.lab;

import java.io.IOException;
import java.nio.file.Path;

/// Reader of the bench software's pulse-height files, `phCalibration_C<roc>.dat`, plain or gzip.
///
/// | line | content |
/// | --- | --- |
/// | 1 | `Pulse heights for the following Vcal values:` |
/// | 2 | `Low range:` and VCal settings, any number |
/// | 3 | `High range:` and VCal settings, any number |
/// | 4 | empty |
/// | 5 to 4164 | mean ADC of all low, then all high points, `Pix`, column, row |
///
/// Whole numbers 0 to 255; each pixel of the ROC once, in any order. Source: psi46/pxar,
/// `tests/PixTestGainPedestal.cc`, which writes such files.
public final class LabFile {
    static final String TITLE = "Pulse heights for the following Vcal values:";
    static final String LOW = "Low range:";
    static final String HIGH = "High range:";

    private LabFile() {}

    /// Reads one ROC.
    ///
    /// @throws LabFileException if anything is not as described above, with the line
    public static LabScan read(Path file) throws IOException {
        try (LabLines lines = LabLines.open(file)) {
            lines.expect(TITLE);
            int[] low = lines.numbersAfter(LOW);
            int[] high = lines.numbersAfter(HIGH);
            if (low.length + high.length == 0) throw lines.error("the scan has no VCal setting");
            lines.expect("");
            short[][] means = new short[LabRoc.PIXELS][];
            for (int i = 0; i < LabRoc.PIXELS; i++) {
                String[] words = lines.pixelWords(low.length + high.length);
                means[lines.pixel(words)] = means(lines, words);
            }
            lines.expectEnd();
            return LabScan.of(low, high, means);
        }
    }

    private static short[] means(LabLines lines, String[] words) throws LabFileException {
        short[] means = new short[words.length - 3];
        for (int i = 0; i < means.length; i++) {
            means[i] = (short) lines.byteValue(words[i], "mean ADC");
        }
        return means;
    }
}
