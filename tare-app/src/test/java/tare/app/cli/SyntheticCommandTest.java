package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `tare synthetic`: data and their truth.
class SyntheticCommandTest {
    @TempDir private static Path data;
    private static SmallScan small;

    @TempDir private Path folder;
    private String url = "";

    @BeforeAll
    static void simulate() throws IOException {
        small = SmallScan.simulate(data);
    }

    @BeforeEach
    void makeStore() throws IOException {
        url = small.store(folder);
    }

    private static CommandLineRun simulate(Path into, String... more) {
        return CommandLineRun.of(
                Stream.concat(
                                Stream.of(
                                        "synthetic",
                                        "pixel",
                                        into.toString(),
                                        "--scan",
                                        small.scan().toString()),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private CommandLineRun pulls(String... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("synthetic", "pulls", "--store", url), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private static void check(CommandLineRun run, int exit, String message) {
        assertThat(run.err()).contains(message).startsWith("tare: ").doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(run.err().contains("--help") ? 2 : 1);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void writesDumpCablingAndScanSettings() {
        Path made = folder.resolve("new/folder");

        CommandLineRun run = simulate(made, "--run", "77");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(made.resolve("GainCalibration_1240_77.dmp")).isNotEmptyFile();
        assertThat(made.resolve("cabling.csv")).hasSameTextualContentAs(small.cabling());
        assertThat(made.resolve("scan.txt")).hasSameTextualContentAs(small.scan());
        assertThat(run.out())
                .contains("13 VCal settings (high range), 5 triggers each, 2 patterns, 130 events")
                .contains(" pixels: no fault", " pixels: dead ROC");
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        Path other = folder.resolve("other");

        simulate(again);
        simulate(other, "--seed", "2");

        String name = "GainCalibration_1240_500000.dmp";
        assertThat(again.resolve(name)).hasSameBinaryContentAs(small.dump(1240));
        assertThat(Files.mismatch(other.resolve(name), small.dump(1240))).isNotNegative();
    }

    @Test
    void theDocumentForMachinesHoldsTheTruthOfFaults() {
        JsonNode some = simulate(folder, "--json").json();
        JsonNode none = simulate(folder, "--json", "--faults", "none").json();

        assertThat(some.at("/pixels/dead_roc").asLong()).isEqualTo(4160);
        assertThat(none.at("/pixels/dead_roc").asLong()).isZero();
        assertThat(none.at("/pixels/none").asLong()).isEqualTo(17 * 66_560);
        assertThat(none.path("hits_off_pattern").asLong()).isZero();
        assertThat(none.path("events_missing")).isEmpty();
    }

    /// 1,000 pixels: an error of the width of 2 %, of the mean of 3 %.
    @Test
    void pooledErrorsHaveUnitPulls() {
        small.calibrate(url, small.dump(1240), "--tag", "gain", "--errors", "pooled");

        JsonNode good = pulls("--tag", "gain", "--json").json().path("good");

        for (String constant : new String[] {"gain", "pedestal"}) {
            assertThat(good.path(constant).path("pixels").asLong()).isGreaterThan(900);
            assertThat(good.path(constant).path("mean").asDouble()).isEqualTo(0, within(0.15));
            assertThat(good.path(constant).path("width").asDouble()).isEqualTo(1, within(0.12));
        }
    }

    @Test
    void pullsAgainstAnotherTruthAreWide() {
        small.calibrate(url, small.dump(1240), "--tag", "gain", "--errors", "pooled");

        JsonNode good = pulls("--tag", "gain", "--seed", "2", "--json").json().path("good");

        assertThat(good.at("/gain/width").asDouble()).isGreaterThan(3);
    }

    @Test
    void drawsPulls() throws IOException {
        small.calibrate(url, small.dump(1240), "--tag", "gain");
        Path plot = folder.resolve("pulls.png");

        CommandLineRun run = pulls("--tag", "gain", "--plot", plot.toString());

        assertThat(run.out())
                .contains("pixels with status 'good fit'", "Drawn in " + plot)
                .containsPattern("gain +mean [+-]\\d\\.\\d{4} ± \\d");
        assertThat(ImageIO.read(plot.toFile()).getWidth()).isEqualTo(1200);
        Path gif = folder.resolve("pulls.gif");
        check(pulls("--tag", "gain", "--plot", gif.toString()), Exit.USAGE, ".png or .pdf, got");
        assertThat(gif).doesNotExist();
    }

    @Test
    void pullsWithoutConstantsAreNoZeros() {
        check(pulls("--tag", "gain"), Exit.BROKEN_INPUT, "no tag 'gain'; the store has Si");
        check(pulls("--tag", SmallScan.VCAL_TAG), Exit.USAGE, "holds pixel-vcal, not pixel-gain");
        small.calibrate(url, small.dump(1240), "--tag", "gain");
        check(
                pulls("--tag", "gain", "--run", "99"),
                Exit.BROKEN_INPUT,
                "no conditions in tag gain at run 99; nearest after [run 500000, open)");
        check(
                pulls("--tag", "gain", "--fed", "1200"),
                Exit.USAGE,
                "tag gain has no fitted pixel of FED 1200 at run 500000; give the --fed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--fed 9999   | 2 | --fed: there is no FED 9999, only 108 FEDs from 1200 to 1338",
                "--noise -1   | 2 | noise must be >= 0 ADC, got -1.0",
                "--noise much | 2 | 'much' is not a number",
                "--vcal nix   | 2 | no VCal tag 'nix', only [2023_v0",
                "--run -1     | 2 | run must be 0..2147483647, got -1",
                "--faults all | 2 | expected one of [NONE, SOME]",
            })
    void mistakesGetOneLine(String options, int exit, String message) {
        check(simulate(folder, options.split(" ", -1)), exit, message);
    }

    @Test
    void aScanIsANameOrAFile() throws IOException {
        String into = folder.toString();
        Path bad = Files.writeString(folder.resolve("bad.txt"), "range high\nvcal 6 300\n");

        check(
                CommandLineRun.of("synthetic", "pixel", into, "--scan", "nix"),
                Exit.BROKEN_INPUT,
                "nix: no such file of scan settings, and no scan of that name: there are"
                        + " production, demo and small");
        check(
                CommandLineRun.of("synthetic", "pixel", into, "--scan", bad.toString()),
                Exit.BROKEN_INPUT,
                bad.toString());
    }

    @Test
    void aFolderIsNeeded() {
        check(
                CommandLineRun.of("synthetic", "pixel"),
                Exit.USAGE,
                "missing required parameter: 'DIR'");
    }
}
