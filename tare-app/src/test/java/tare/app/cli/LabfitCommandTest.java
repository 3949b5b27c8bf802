package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabfitCommandTest {
    @TempDir Path folder;

    private static CommandLineRun labfit(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "pixel";
        all[1] = "labfit";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandLineRun.of(all);
    }

    /// Pixels whose response is a hyperbolic tangent.
    private Path write(String name) throws IOException {
        int[] low = {50, 100, 150, 200, 250};
        int[] high = {50, 70, 90, 200};
        var text = new StringBuilder("Pulse heights for the following Vcal values:\n");
        text.append("Low range:  50 100 150 200 250 \nHigh range:  50 70 90 200 \n\n");
        for (int pixel = 0; pixel < 4160; pixel++) {
            for (int vcal : low) append(text, pixel, vcal);
            for (int vcal : high) append(text, pixel, 7 * vcal);
            text.append(String.format(Locale.ROOT, "    Pix %2d %2d\n", pixel / 80, pixel % 80));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static void append(StringBuilder text, int pixel, int vcal) {
        double adc = 120 + (100 + pixel % 7) * Math.tanh((vcal - 400) / 350.0);
        text.append(String.format(Locale.ROOT, " %3d", (int) adc));
    }

    @Test
    void fitsAllModelsAndWritesTablesAndPictures() throws IOException {
        write("M1_phCalibration_C0.dat");
        Path plots = folder.resolve("plots");
        Path csv = folder.resolve("pixels.csv");

        CommandLineRun run =
                labfit(folder.toString(), "--plots", plots.toString(), "--csv", csv.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("M1: 1 ROC, 4,160 pixels, 4,160 accepted (100.000 %)")
                .contains("hyperbolic tangent     100.000 %");
        assertThat(Files.readAllLines(csv)).hasSize(4161);
        for (String picture : new String[] {"maps", "distributions", "pixels"}) {
            Path file = plots.resolve("M1-" + picture + ".png");
            assertThat(ImageIO.read(file.toFile()).getWidth()).as(picture).isGreaterThan(1000);
        }
    }

    @Test
    void fitsTheOtherFilesWhereSomeAreBroken() throws IOException {
        write("M1_phCalibration_C0.dat");
        Files.writeString(folder.resolve("M1_phCalibration_C1.dat"), "Pulse heights\n");

        CommandLineRun run = labfit(folder.toString(), "--json");

        assertThat(run.exit()).isEqualTo(Exit.NEGATIVE);
        assertThat(run.err()).contains("M1_phCalibration_C1.dat, line 1: expected");
        assertThat(run.json().get("modules").get(0).get("rocs").asInt()).isEqualTo(1);
        assertThat(run.json().get("modules").get(0).get("statuses").propertyNames()).hasSize(1);
    }

    @Test
    void saysWhatToMendAndEndsWithTheCodeForIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("M_phCalibration_C1.dat"), "x\n");
        Path other = Files.writeString(folder.resolve("scan.dat"), "x\n");

        check(labfit(broken.toString()), Exit.BROKEN_INPUT, "line 1: expected");
        check(labfit(other.toString()), Exit.BROKEN_INPUT, "rename the file");
        check(labfit(folder.resolve("none").toString()), Exit.BROKEN_INPUT, "no such file");
        check(labfit(), Exit.USAGE, "missing required parameter");
        check(
                labfit(broken.toString(), "--compare", other.toString()),
                Exit.BROKEN_INPUT,
                "phCalibrationFit<function>_C<roc>.dat");
    }

    private static void check(CommandLineRun run, int exit, String message) {
        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isEqualTo(exit);
    }

    /// Measured files carry no licence and are read where they lie.
    @Test
    void agreesWithTheFitsOfTheBench() {
        Path data = shared().resolve("data/pixel-lab");
        assumeTrue(Files.isDirectory(data), "skipped: no measured bench data at " + data);

        CommandLineRun run =
                labfit(
                        data.resolve("P-A-3-15_phCalibration_C0.dat.gz").toString(),
                        "--compare",
                        data.resolve("P-A-3-15_phCalibrationFitErr35_C0.dat.gz").toString());

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("P-A-3-15 ROC 0 against the bench's own fits, par[3]*(TMath::Erf")
                .contains("curves apart by 0.051 ADC RMS (median pixel 0.038, worst 0.16)");
    }

    private static Path shared() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared)) return shared;
        }
        return start.resolve("shared");
    }
}
