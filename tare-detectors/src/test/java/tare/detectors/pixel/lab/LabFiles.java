package tare.detectors.pixel.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Bench files for tests: made ones in the bench's own format, and the measured ones, which carry
/// no licence and so are read where they lie.
final class LabFiles {
    private LabFiles() {}

    /// Writes a file as psi46/pxar does.
    ///
    /// @param response mean pulse height [ADC] of a pixel at a VCal of the low range; the fraction
    /// is cut
    static Path write(
            Path file, int[] low, int[] high, BiFunction<Integer, Double, Double> response)
            throws IOException {
        var text = new StringBuilder("Pulse heights for the following Vcal values:\n");
        text.append("Low range:  ").append(words(low)).append("\nHigh range:  ");
        text.append(words(high)).append("\n\n");
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            for (int vcal : low) append(text, response.apply(pixel, (double) vcal));
            for (int vcal : high) append(text, response.apply(pixel, 7.0 * vcal));
            text.append("    ").append(address(pixel)).append('\n');
        }
        return Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private static void append(StringBuilder text, double adc) {
        text.append(String.format(Locale.ROOT, " %3d", (int) Math.clamp(adc, 0, 255)));
    }

    private static String words(int[] vcal) {
        return Arrays.stream(vcal).mapToObj(v -> v + " ").collect(Collectors.joining());
    }

    static String address(int pixel) {
        return String.format(Locale.ROOT, "Pix %2d %2d", LabRoc.column(pixel), LabRoc.row(pixel));
    }

    /// A measured file; the test that asks is skipped where the shared files are not.
    static Path measured(String name) {
        Path file = shared().resolve("data/pixel-lab").resolve(name);
        assumeTrue(Files.exists(file), "skipped: no measured bench data at " + file);
        return file;
    }

    /// Reference results on the measured pixels.
    static Path measuredFits() {
        Path file = shared().resolve("vectors/pixel/pixel-real-fit.csv");
        assumeTrue(Files.exists(file), "skipped: no reference results at " + file);
        return file;
    }

    /// The folder `shared` beside the project or a folder above it.
    private static Path shared() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared)) return shared;
        }
        return start.resolve("shared");
    }
}
