package tare.detectors.pixel.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The bench software's pulse-height files, `phCalibration_C<roc>.dat`, plain or gzip.
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

    /// Writes one ROC, plain, in place of a file of that name.
    ///
    /// @param low settings of the low range
    /// @param high settings of the high range
    /// @param meanAdc by [LabRoc#pixel], of each pixel all low, then all high points [0 to 255 ADC]
    /// @throws IllegalArgumentException if a number of pixels, points or a value is wrong
    public static void write(Path file, int[] low, int[] high, short[][] meanAdc)
            throws IOException {
        var text = new StringBuilder(TITLE).append('\n');
        appendSettings(text.append(LOW).append(' '), low);
        appendSettings(text.append(HIGH).append(' '), high);
        text.append('\n');
        if (meanAdc.length != LabRoc.PIXELS) {
            throw new IllegalArgumentException(
                    "a ROC has " + LabRoc.PIXELS + " pixels, got " + meanAdc.length);
        }
        for (int pixel = 0; pixel < meanAdc.length; pixel++) {
            appendPixel(text, pixel, meanAdc[pixel], low.length + high.length);
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private static void appendSettings(StringBuilder text, int[] settings) {
        for (int vcal : settings) text.append(' ').append(requireByte("VCal", vcal));
        text.append('\n');
    }

    private static void appendPixel(StringBuilder text, int pixel, short[] meanAdc, int points) {
        if (meanAdc.length != points) {
            throw new IllegalArgumentException(
                    "pixel "
                            + pixel
                            + " has "
                            + meanAdc.length
                            + " values at "
                            + points
                            + " points");
        }
        for (short adc : meanAdc) {
            text.append(String.format(Locale.ROOT, " %3d", requireByte("mean ADC", adc)));
        }
        text.append(
                String.format(
                        Locale.ROOT, "    Pix %2d %2d\n", LabRoc.column(pixel), LabRoc.row(pixel)));
    }

    private static int requireByte(String what, int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException(what + " must be 0..255, got " + value);
        }
        return value;
    }

    private static short[] means(LabLines lines, String[] words) throws LabFileException {
        short[] means = new short[words.length - 3];
        for (int i = 0; i < means.length; i++) {
            means[i] = (short) lines.byteValue(words[i], "mean ADC");
        }
        return means;
    }
}
