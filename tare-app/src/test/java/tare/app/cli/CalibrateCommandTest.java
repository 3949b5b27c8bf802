package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.hash.Sha256;
import tools.jackson.databind.JsonNode;

/// `tare pixel calibrate` on simulated dumps and a real store.
class CalibrateCommandTest {
    private static final String BANK = "BPix_BpO_SEC8_LYR1_LDR6F_MOD4";

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

    private CommandLineRun calibrate(String... more) {
        return small.calibrate(url, small.dump(1240), more);
    }

    private CommandLineRun store(String... more) {
        return calibrate(
                Stream.concat(Stream.of("--tag", "gain"), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private long sequence() {
        return CommandLineRun.of("conditions", "init", "--store", url, "--json")
                .json()
                .path("sequence")
                .asLong();
    }

    /// The details of all steps of a stored bank's lineage by `step.name`.
    private Map<String, String> lineage() {
        JsonNode bank =
                CommandLineRun.of(
                                "conditions",
                                "show",
                                "gain",
                                BANK,
                                "--run",
                                "500000",
                                "--json",
                                "--store",
                                url)
                        .json();
        return StreamSupport.stream(bank.path("journal").spliterator(), false)
                .flatMap(
                        step ->
                                step.path("details").properties().stream()
                                        .map(
                                                it ->
                                                        Map.entry(
                                                                step.path("what").asString()
                                                                        + "."
                                                                        + it.getKey(),
                                                                it.getValue().asString())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void check(CommandLineRun run, int exit, String message) {
        assertThat(run.err()).contains(message).startsWith("tare: ").doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(run.err().contains("--help") ? 2 : 1);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void storesConstantsThatHoldFromTheRunOn() {
        CommandLineRun run = store();

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .startsWith("FED 1240\n")
                .contains(
                        "1,088 pixels pulsed",
                        "Stored 17 banks in tag gain, valid [run 500000, open), sequence 3.",
                        "! 17 banks: no reference yet: not checked that gain");
        assertThat(
                        CommandLineRun.of(
                                        "conditions",
                                        "at",
                                        "500001",
                                        "--store",
                                        url,
                                        "--tag",
                                        "gain")
                                .out())
                .contains("Tag gain: 17 banks", "SEC8_LYR1_LDR6F_MOD4   [run 500000, open)");
    }

    @Test
    void theLineageNamesEverythingBehindTheConstants() throws IOException {
        store("--why", "after the cooling stop");

        Map<String, String> lineage = lineage();

        String vcal =
                CommandLineRun.of(
                                "conditions",
                                "show",
                                SmallScan.VCAL_TAG,
                                "--run",
                                "500000",
                                "--json",
                                "--store",
                                url)
                        .json()
                        .at("/entry/payload")
                        .asString();
        byte[] dump = Files.readAllBytes(small.dump(1240));
        assertThat(lineage)
                .containsEntry("read.file", small.dump(1240).toString())
                .containsEntry("read.sha256", Sha256.of(dump).hex())
                .containsEntry("read.run", "500000")
                .containsEntry("decode.words_read", Long.toString(dump.length / Integer.BYTES))
                .containsEntry("decode.counting", "MENDED")
                .containsEntry("accumulate.scan_settings", Files.readString(small.scan()))
                .containsEntry("fit.errors", "per point, as in published payloads")
                .containsEntry("fit.vcal_tag", SmallScan.VCAL_TAG)
                .containsEntry("fit.vcal_payload", vcal);
        assertThat(vcal).hasSize(64);
    }

    @Test
    void theDocumentForMachinesBalances() {
        JsonNode document = store("--json").json();

        JsonNode fed = document.path("feds").path(0);
        long words =
                fed.path("words").properties().stream()
                        .mapToLong(it -> it.getValue().asLong())
                        .sum();
        assertThat(fed.path("fed").asInt()).isEqualTo(1240);
        assertThat(fed.path("modules")).hasSize(SmallScan.MODULES_OF_1240);
        assertThat(words).isPositive().isEqualTo(fed.path("words_read").asLong());
        assertThat(document.path("pixels").asLong()).isEqualTo(1088);
        assertThat(document.path("usable").asLong()).isBetween(1000L, 1088L);
        assertThat(document.path("outcome").asString()).isEqualTo("stored");
        assertThat(document.path("sequence").asLong()).isEqualTo(3);
        assertThat(document.path("banks").asInt()).isEqualTo(17);
    }

    /// Most of a module's 66,560 pixels have no constants after a scan of a part.
    @Test
    void figuresOfAStoredModuleAreThoseOfThePulsedPixels() {
        store();

        JsonNode pedestal =
                CommandLineRun.of(
                                "conditions",
                                "show",
                                "gain",
                                BANK,
                                "--run",
                                "500000",
                                "--json",
                                "--store",
                                url)
                        .json()
                        .at("/columns/0");

        assertThat(pedestal.path("finite").asInt()).isEqualTo(64);
        assertThat(pedestal.path("mean").asDouble()).isBetween(40.0, 60.0);
    }

    @Test
    void withoutATagNothingIsStored() {
        CommandLineRun run = calibrate();

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("Not stored: no --tag was given.");
        assertThat(sequence()).isEqualTo(2);
    }

    @Test
    void theSameContentAgainIsNothingNew() {
        store();

        CommandLineRun again = store();

        assertThat(again.exit()).isEqualTo(Exit.DONE);
        assertThat(again.out())
                .contains("Nothing new: the same content is valid already, 17 banks in tag gain");
        assertThat(sequence()).isEqualTo(3);
        assertThat(store("--json").json().path("outcome").asString()).isEqualTo("already stored");
    }

    /// The wrong VCal range makes every gain smaller by 6.5.
    @Test
    void rejectedConstantsAreNotStored() throws IOException {
        store();
        String settings = Files.readString(small.scan()).replace("high", "low");
        Path low = Files.writeString(folder.resolve("low.txt"), settings);

        CommandLineRun run = store("--scan", low.toString(), "--since", "500010");

        assertThat(run.exit()).isEqualTo(Exit.NEGATIVE);
        assertThat(run.out())
                .contains("REJECTED, nothing was stored:", BANK + " (bank 71)")
                .contains("gain within 50.0 of the reference: 64 of 64 channels fail")
                .contains("and 12 banks more");
        assertThat(sequence()).isEqualTo(3);
        JsonNode document = store("--scan", low.toString(), "--since", "500010", "--json").json();
        assertThat(document.path("outcome").asString()).isEqualTo("rejected");
        assertThat(document.path("reasons")).hasSize(17);
    }

    @Test
    void aDumpOfAnotherFedIsRejected() {
        CommandLineRun run =
                small.calibrate(url, small.dump(1239), "--fed", "1240", "--tag", "gain");

        assertThat(run.exit()).isEqualTo(Exit.NEGATIVE);
        assertThat(run.out())
                .contains("! 130 blocks with another source id (32)", "fewer than 50.0 % bad");
        assertThat(sequence()).isEqualTo(2);
    }

    @Test
    void pooledErrorsAreNamedInSummaryAndLineage() {
        CommandLineRun run = store("--errors", "pooled");

        assertThat(run.out()).contains("errors pooled over a pixel's points");
        assertThat(lineage()).containsEntry("fit.errors", "pooled over a pixel's points");
    }

    @Test
    void countingAsTheReferenceIsNamedInTheLineage() {
        CommandLineRun run = store("--as-reference");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(lineage()).containsEntry("decode.counting", "AS_REFERENCE");
    }

    @Test
    void plotsDistributionsAndEveryModule() throws IOException {
        Path plots = folder.resolve("new/plots");

        CommandLineRun run = calibrate("--plots", plots.toString());

        assertThat(run.out()).contains("Plots are in " + plots);
        try (Stream<Path> files = Files.list(plots)) {
            assertThat(files.toList())
                    .hasSize(18)
                    .contains(plots.resolve("distributions.png"), plots.resolve(BANK + ".png"))
                    .allSatisfy(
                            file ->
                                    assertThat(ImageIO.read(file.toFile()).getWidth())
                                            .isGreaterThan(500));
        }
    }

    @Test
    void dumpsOfSeveralFedsAreOneCommit() {
        CommandLineRun run = store(small.dump(1239).toString(), "--json");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        JsonNode document = run.json();
        assertThat(document.path("feds")).hasSize(2);
        assertThat(document.path("banks").asInt())
                .isEqualTo(
                        document.at("/feds/0/modules").size()
                                + document.at("/feds/1/modules").size());
        assertThat(sequence()).isEqualTo(3);
    }

    /// The broken dump is that of the second FED: the first is calibrated by then.
    @Test
    void oneBrokenDumpOfSeveralAndNothingIsStored() throws IOException {
        Path broken = folder.resolve("GainCalibration_1241_500000.dmp");
        Files.write(broken, new byte[4000]);

        CommandLineRun run = store(broken.toString());

        assertThat(run.out()).contains("FED 1240");
        check(run, Exit.BROKEN_INPUT, broken + ": no FED block in 4000 bytes");
        assertThat(sequence()).isEqualTo(2);
        assertThat(CommandLineRun.of("conditions", "list", "--store", url).out())
                .contains("1 tag,");
    }

    @Test
    void aTruncatedDumpIsCalibratedAndReported() throws IOException {
        byte[] whole = Files.readAllBytes(small.dump(1240));
        Path cut = folder.resolve("GainCalibration_1240_500001.dmp");
        Files.write(cut, Arrays.copyOf(whole, whole.length * 3 / 4 + 1));

        CommandLineRun run = small.calibrate(url, cut);

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("  ! 1 block without a trailer (33)")
                .containsPattern(
                        "  ! 3\\d of the scan's 130 events are in no dump; if that is many,")
                .containsPattern("no data +\\d")
                .doesNotContain("DOES NOT ADD UP");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path none = folder.resolve("none");

        check(small.calibrate(url, none), Exit.BROKEN_INPUT, none + ": no such file");
        check(calibrate("--scan", none.toString()), Exit.BROKEN_INPUT, none + ": no such file");
        check(calibrate("--cabling", none.toString()), Exit.BROKEN_INPUT, none + ": no such file");
        check(
                small.calibrate("sqlite:" + none, small.dump(1240)),
                Exit.BROKEN_INPUT,
                "tare conditions init");
        assertThat(none).doesNotExist();
    }

    @Test
    void whatIsNoDumpIsRefused() throws IOException {
        Path text =
                Files.writeString(folder.resolve("notes.txt"), "pedestals look fine\n".repeat(9));
        Path empty = Files.createFile(folder.resolve("GainCalibration_1240_500000.dmp"));

        check(small.calibrate(url, text), Exit.BROKEN_INPUT, text + ": no FED block in 180 bytes");
        check(small.calibrate(url, empty), Exit.BROKEN_INPUT, "is it a front-end dump?");
        check(small.calibrate(url, folder), Exit.BROKEN_INPUT, folder + " is not a file");
    }

    @Test
    void missingVcalConstantsAreNamedWithTagAndRun() {
        check(
                calibrate("--vcal-tag", "nix"),
                Exit.BROKEN_INPUT,
                "no conditions at run 500000: no tag 'nix'; the store has " + SmallScan.VCAL_TAG);
        check(
                calibrate("--since", "99"),
                Exit.BROKEN_INPUT,
                "no conditions in tag "
                        + SmallScan.VCAL_TAG
                        + " at run 99; nearest after [run 100, open)");
    }

    @Test
    void aTagOfAnotherTypeIsNoVcalTag() {
        store();

        check(
                calibrate("--vcal-tag", "gain"),
                Exit.USAGE,
                "tag gain holds pixel-gain, not pixel-vcal");
    }

    @Test
    void aFedThatIsNotCabledIsNamed() throws IOException {
        Path other = folder.resolve("cabling.csv");
        try (Stream<String> lines = Files.lines(small.cabling())) {
            Files.write(other, lines.filter(line -> !line.startsWith("1240,")).toList());
        }

        check(
                store("--cabling", other.toString()),
                Exit.BROKEN_INPUT,
                "the cabling has no FED 1240, only 107 FEDs from 1200 to 1338; give the right"
                        + " cabling");
        assertThat(sequence()).isEqualTo(2);
    }

    @Test
    void mistakesInTablesAreNamedByLine() throws IOException {
        String settings = Files.readString(small.scan()).replace("repeat   5", "repeat   five");
        Path scan = Files.writeString(folder.resolve("scan.txt"), settings);
        Path cabling =
                Files.writeString(
                        folder.resolve("cabling.csv"),
                        "fed,link,roc,det_raw_id,roc_in_module\n1240,1,1,7,0\n");

        check(calibrate("--scan", scan.toString()), Exit.BROKEN_INPUT, scan + ":3: ");
        CommandLineRun wrongModule = calibrate("--cabling", cabling.toString());
        assertThat(wrongModule.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(wrongModule.err())
                .contains("refused, problems: 1", cabling + " line 2: 7 (0x00000007) is not a")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0       | --threads must be 1 or more, got 0",
                "--since 0         | a run number is 1 to 4294967295, got 0",
                "--since -1        | a run number is 1 to 4294967295, got -1",
                "--since soon      | invalid value for option '--since': 'soon' is not a whole",
                "--first-event -1  | --first-event is 0 or more, got -1",
                "--errors none     | expected one of [PER_POINT, POOLED] (case-insensitive) but was",
                "--nonsense        | unknown option '--nonsense'",
                "--plot dir        | unknown option '--plot'; is it --plots",
                "--tag             | missing required parameter for option '--tag' (TAG)",
            })
    void mistakesOnTheCommandLineGetOneLine(String options, String message) {
        check(calibrate(options.split(" ", -1)), Exit.USAGE, message);
    }

    @Test
    void whatIsMissingOnTheCommandLineIsNamed() {
        check(
                CommandLineRun.of("pixel", "calibrate", "a.dmp", "--since", "1"),
                Exit.USAGE,
                "missing required option: '--vcal-tag=TAG'");
        check(
                CommandLineRun.of("pixel", "calibrate", "--since", "1", "--vcal-tag", "a"),
                Exit.USAGE,
                "missing required parameter: 'FILE'");
    }

    @Test
    void aDumpGivenTwiceWouldCountTwice() {
        check(calibrate(small.dump(1240).toString()), Exit.USAGE, "is given twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    void theNumberOfThreadsDoesNotMatter(String threads) {
        store("--threads", "2");

        assertThat(store("--threads", threads, "--json").json().path("outcome").asString())
                .isEqualTo("already stored");
    }

    @Test
    void plotsNeedAFolderAndNotAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("plots"));

        check(calibrate("--plots", file.toString()), Exit.BROKEN_INPUT, file.toString());
    }
}
