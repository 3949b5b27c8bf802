package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.store.Authorisation;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.store.Role;
import tare.core.journal.Author;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;
import tare.detectors.pixel.PixelDetector;
import tare.detectors.pixel.PixelTypes;
import tare.detectors.pixel.VcalBanks;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.vcal.BandGapReference;
import tare.detectors.pixel.vcal.DoseModel;
import tare.detectors.pixel.vcal.ModuleVcal;
import tare.detectors.pixel.vcal.RadiationCorrection;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;

class VcalCommandTest {
    @TempDir Path folder;
    private String url = "";

    @BeforeEach
    void makeStore() {
        url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
    }

    private static CommandLineRun vcal(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "pixel";
        all[1] = "vcal";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandLineRun.of(all);
    }

    @Test
    void printsThePublishedNumbers() {
        CommandLineRun run = vcal("2025_v1");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("Luminosity until end 2018:  115.74 [1/fb]")
                .contains("dose until 2025_v1 for layer 1:  76.97")
                .contains("values used for 2025_v1 new model:")
                .contains("corrs_bpix = {1: 1.095, 2: 1.055, 3: 1.038, 4: 1.023}")
                .contains("corrs_fpix = {1: 1.1393, 2: 1.0908}")
                .contains("layer 1    50.0415    -308.0  1.0950");
        assertThat(vcal("2025_v1", "--ladders").out().lines()).hasSizeGreaterThan(160);
        assertThat(vcal("--list").out()).contains("2023_v0", "2026_v0");
    }

    @Test
    void takesLuminosityFromTheCommandLineOrAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "name,lumi\nmine,219.925\nb,300\n");
        String same = "corrs_bpix = {1: 1.095, 2: 1.055, 3: 1.038, 4: 1.023}";

        assertThat(vcal("mine", "--lumi", "219.925").out()).contains(same);
        assertThat(vcal("mine", "--lumi-file", file.toString()).out())
                .contains(same)
                .doesNotContain("until b");
        assertThat(vcal("--lumi-file", file.toString()).out()).contains(same, "until b");
        assertThat(vcal("2025_v0", "--add", "mine=23.851410627").out()).contains(same);
        assertThat(vcal("--add", "x=1", "--add", "y=2").out())
                .contains("until 2026_v0", "until x", "values used for y new model:");
    }

    @Test
    void storesOneBankOnceUnderTheUsualName() {
        CommandLineRun first = vcal("2026_v0", "--store", url);
        CommandLineRun again = vcal("2026_v0", "--store", url);

        assertThat(first.exit()).isEqualTo(Exit.DONE);
        assertThat(first.out()).contains("Stored", "SiPixelVCal_phase1_2026_v0");
        assertThat(again.exit()).isEqualTo(Exit.DONE);
        assertThat(again.out()).contains("Nothing new");
        try (ConditionsStore store = ConditionsStore.open(url)) {
            ModuleVcal modules =
                    ModuleVcal.of(
                            store.view(new Moment(TimeAxis.RUN, 5))
                                    .bank("SiPixelVCal_phase1_2026_v0", 0)
                                    .bank());
            assertThat(modules.size()).isEqualTo(PixelGeometry.MODULES);
            assertThat(modules.slopeElectrons(0)).isEqualTo(50.3157f);
            assertThat(modules.offsetElectrons(0)).isEqualTo(-308f);
        }
        assertThat(vcal("2026_v0", "--store", url, "--json").json().get("outcome").asString())
                .isEqualTo("already stored");
    }

    /// The tag holds slopes of chips whose band gap drifts by a quarter; the real ones are more
    /// than 5 e/VCal lower.
    @Test
    void endsWithOneWhereTheGateRejects() {
        var drifting = new RadiationCorrection(DoseModel.phase1(), new BandGapReference(1, 0.2, 1));
        var calibration = VcalCalibration.of(VcalTags.published().latest(), drifting);
        var author = new Author("test", "test");
        Instant when = Instant.EPOCH;
        try (ConditionsStore store = ConditionsStore.open(url)) {
            assertThat(
                            store.types()
                                    .ensure(
                                            new PixelDetector().subsystem().orElseThrow(),
                                            author,
                                            Authorisation.of(Role.BOOTSTRAP))
                                    .orElseThrow())
                    .isTrue();
            var bank = VcalBank.of(calibration, PixelGeometry.phase1(), when, author, "");
            Outcome outcome =
                    store.submit(
                            new Campaign(
                                    "vcal",
                                    PixelTypes.VCAL,
                                    new Moment(TimeAxis.RUN, 1),
                                    List.of(new Candidate(VcalBanks.WHOLE_DETECTOR, bank)),
                                    Optional.of(new VcalBanks()),
                                    author,
                                    "",
                                    when));
            assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        }

        CommandLineRun run = vcal("2026_v0", "--store", url, "--tag", "vcal", "--since", "2");

        assertThat(run.exit()).isEqualTo(Exit.NEGATIVE);
        assertThat(run.out()).contains("REJECTED, nothing was stored");
    }

    @Test
    void drawsPicturesOfBothKinds() throws IOException {
        Path png = folder.resolve("c.png");
        Path pdf = folder.resolve("c.pdf");

        assertThat(vcal("2026_v0", "--plot", png.toString()).exit()).isEqualTo(Exit.DONE);
        assertThat(vcal("2026_v0", "--plot", pdf.toString()).exit()).isEqualTo(Exit.DONE);

        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1600);
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void saysWhatToMendAndEndsWithTheCodeForIt() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "name,lumi\na,ten\n");

        check(vcal(), Exit.USAGE, "which tag?");
        check(vcal("2027_v0"), Exit.USAGE, "no VCal tag '2027_v0', only");
        check(vcal("--lumi", "3"), Exit.USAGE, "needs a name");
        check(vcal("2026_v0", "--lumi", "3"), Exit.USAGE, "is published for 319.18");
        check(vcal("a", "--lumi", "-3"), Exit.USAGE, "must be >= 0 /fb, got -3");
        check(vcal("--add", "a=-3"), Exit.USAGE, "a must add > 0 /fb to 2026_v0, got -3.0");
        check(vcal("--add", "a"), Exit.USAGE, "value for option '--add' (NAME=FB) should be");
        check(
                vcal("2026_v0", "--since", "0", "--store", url),
                Exit.USAGE,
                "a run number is 1 to 4294967295, got 0");
        check(vcal("a", "--lumi", "3", "--add", "b=1"), Exit.USAGE, "give one of");
        check(vcal("2026_v0", "--plot", "c.gif"), Exit.USAGE, ".png or .pdf");
        check(
                vcal("2026_v0", "--plot", folder + "/no/c.png"),
                Exit.BROKEN_INPUT,
                "create it first");
        check(vcal("--lumi-file", bad.toString()), Exit.BROKEN_INPUT, "bad.csv, line 2: lumi must");
        check(
                vcal("2026_v0", "--store", "sqlite:" + folder.resolve("none.db")),
                Exit.BROKEN_INPUT,
                "tare conditions init");
    }

    private static void check(CommandLineRun run, int exit, String message) {
        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isEqualTo(exit);
    }
}
