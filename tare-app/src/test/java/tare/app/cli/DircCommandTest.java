package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.StatusMerge;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.bank.HeaderFlag;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.time.RunNumber;
import tare.detectors.dirc.DircBit;
import tare.detectors.dirc.DircSetup;
import tare.detectors.dirc.DircTypes;
import tare.synthetic.dirc.DircFaults;
import tare.synthetic.dirc.DircTruth;
import tools.jackson.databind.JsonNode;

/// `tare dirc`: the whole ring from simulated TDC files to constants in a store.
class DircCommandTest {
    private static final String TAG = "dirc-t0";

    /// Files and a store with run 1, which has no faulty tubes; tests work on copies of the store.
    @TempDir private static Path shared;

    @TempDir private Path folder;
    private String url = "";

    @BeforeAll
    static void simulate() {
        String store = "sqlite:" + shared.resolve("tare.db");
        done("conditions", "init", "--store", store);
        done("dirc", "types", "--store", store);
        for (String run : new String[] {"1", "3"}) {
            done("synthetic", "dirc", shared.toString(), "--run", run, "--faults", "none");
        }
        done("synthetic", "dirc", shared.toString(), "--run", "2");
        done("dirc", "calibrate", file(1), "--tag", TAG, "--since", "1", "--store", store);
    }

    @BeforeEach
    void copyStore() throws IOException {
        try (Stream<Path> files = Files.walk(shared)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(shared.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else if (!file.toString().endsWith(".tdc")) Files.copy(file, copy);
            }
        }
        url = "sqlite:" + folder.resolve("tare.db");
    }

    private static String file(int run) {
        return shared.resolve("dirc-t0-" + run + ".tdc").toString();
    }

    private static CommandLineRun done(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exit()).as("%s%n%s", run.out(), run.err()).isEqualTo(Exit.DONE);
        return run;
    }

    private CommandLineRun tare(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", url));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private CommandLineRun calibrate(int run, String... more) {
        var all = new ArrayList<>(List.of("dirc", "calibrate", file(run), "--tag", TAG));
        all.addAll(List.of("--since", Integer.toString(run)));
        all.addAll(List.of(more));
        return tare(all.toArray(String[]::new));
    }

    private long commits() {
        try (ConditionsStore store = ConditionsStore.open(url)) {
            return store.sequence();
        }
    }

    private List<Bank> banks(String tag, long run) {
        try (ConditionsStore store = ConditionsStore.open(url)) {
            View view = store.view(new RunNumber(run).moment());
            return view.entries(tag).stream()
                    .map(entry -> view.bank(tag, entry.bank().number()).bank())
                    .toList();
        }
    }

    private static ChannelFlag flag(List<Bank> banks, int tube) {
        int tubes = banks.getFirst().size();
        return new ChannelFlag(banks.get(tube / tubes).flags().intAt(tube % tubes));
    }

    /// Public bits, quality, condition and the end of the fit of all 10,752 tubes.
    @Test
    void exactlyTheFaultyTubesAreFlaggedAndWithTheRightBits() {
        assertThat(calibrate(2).exit()).isEqualTo(Exit.DONE);

        List<Bank> banks = banks(TAG, 2);
        DircTruth truth = DircTruth.draw(DircSetup.RING, DircFaults.SOME, 1);
        for (int tube = 0; tube < truth.tubes(); tube++) {
            assertThat(flag(banks, tube))
                    .as("tube %d, %s", tube, truth.fault(tube).label())
                    .isEqualTo(
                            switch (truth.fault(tube)) {
                                case NONE -> ChannelFlag.NORMAL;
                                case DEAD ->
                                        ChannelFlag.NORMAL
                                                .with(Quality.BAD)
                                                .with(Condition.DEAD)
                                                .with(FitStatus.NO_DATA)
                                                .withPublic(DircBit.SILENT.mask());
                                case HOT ->
                                        failed(
                                                Quality.BAD,
                                                Condition.NOISY,
                                                DircBit.OUT_OF_RANGE,
                                                DircBit.WIDE,
                                                DircBit.MOVED);
                                case SHIFTED ->
                                        failed(Quality.SUSPECT, Condition.UNSTABLE, DircBit.MOVED);
                            });
        }
    }

    private static ChannelFlag failed(Quality quality, Condition condition, DircBit... bits) {
        int mask = Stream.of(bits).mapToInt(DircBit::mask).sum();
        ChannelFlag flag = ChannelFlag.NORMAL.with(quality).with(condition).withPublic(mask);
        return new ChannelFlag(flag.bits() | ChannelFlag.VALIDATE_FAILED);
    }

    @Test
    void theGeneralStatusKnowsThem() {
        calibrate(2);
        var merge = new StatusMerge(DircTypes.STATUS);
        var seen = new EnumMap<Condition, Integer>(Condition.class);
        for (Bank bank : banks(TAG, 2)) {
            var channels = new StatusMerge.BankIds(bank.idScheme(), bank.ids().toIntArray());
            Bank status =
                    merge.merged(channels, Map.of(TAG, bank), Instant.EPOCH, Program.author(), "");
            for (int flag : status.flags().toIntArray()) {
                seen.merge(new ChannelFlag(flag).condition(), 1, Integer::sum);
            }
        }
        assertThat(seen)
                .containsOnly(
                        Map.entry(Condition.ALIVE, 10_717),
                        Map.entry(Condition.DEAD, 20),
                        Map.entry(Condition.NOISY, 10),
                        Map.entry(Condition.UNSTABLE, 5));
    }

    @Test
    void aHealthyRunFlagsNobody() {
        assertThat(calibrate(3).exit()).isEqualTo(Exit.DONE);
        assertThat(banks(TAG, 3))
                .allSatisfy(bank -> assertThat(bank.flags().toIntArray()).containsOnly(0));
    }

    @Test
    void everyLiveTubeIsWithinFiveSigmaAndPullsAreUnit() {
        calibrate(2);

        JsonNode pulls = tare("synthetic", "dirc-pulls", "--run", "2", "--json").json();

        assertThat(pulls.path("tubes").asInt()).isEqualTo(10_752 - 30);
        assertThat(pulls.path("largest").asDouble()).isLessThan(5);
        assertThat(pulls.path("mean").asDouble()).isEqualTo(0, within(0.02));
        assertThat(pulls.path("width").asDouble()).isEqualTo(1, within(0.02));
    }

    @Test
    void theSameDataAgainStoreNothing() {
        calibrate(2);
        long before = commits();

        CommandLineRun again = calibrate(2, "--json");

        assertThat(again.json().path("outcome").asString()).isEqualTo("already stored");
        assertThat(commits()).isEqualTo(before);
    }

    @Test
    void whatStillHoldsIsVerifiedInsteadOfStored() {
        CommandLineRun verified = calibrate(3, "--verify");

        assertThat(verified.out()).contains("Still valid at run 3: 12 banks in tag dirc-t0");
        assertThat(verified.exit()).isEqualTo(Exit.DONE);
        assertThat(banks(TAG, 3).getFirst().header()).isEqualTo(banks(TAG, 1).getFirst().header());
        assertThat(tare("conditions", "list", TAG, "--json").json().at("/intervals"))
                .as("one interval for each bank")
                .hasSize(12);
    }

    @Test
    void everyWordIsAccountedFor() {
        JsonNode document = calibrate(2, "--json").json();

        long read = document.path("words_read").asLong();
        long sum = 0;
        for (JsonNode words : document.path("words")) sum += words.asLong();
        assertThat(sum).isEqualTo(read).isEqualTo(Path.of(file(2)).toFile().length() / 4);
    }

    @Test
    void constantsNameTheFileThatTheyComeFrom() {
        CommandLineRun shown = tare("conditions", "show", TAG, "sector 7", "--run", "1");
        assertThat(shown.out())
                .contains("dirc-t0-1.tdc")
                .contains("flashes  1..1000")
                .contains("model  mean of all times")
                .contains("1,000 pulses");
    }

    @Test
    void typesComeFirstAndOnce() {
        url = "sqlite:" + folder.resolve("new.db");
        done("conditions", "init", "--store", url);

        CommandLineRun early = calibrate(1);
        assertThat(early.out()).contains("REFUSED", "does not know detector dirc");
        assertThat(early.exit()).isEqualTo(Exit.NEGATIVE);

        assertThat(tare("dirc", "types").out()).startsWith("Stored: a DIRC of 10,752 tubes");
        assertThat(tare("dirc", "types").out()).startsWith("Nothing new: ");
        assertThat(commits()).isEqualTo(1);
        assertThat(calibrate(1).exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void aStoreOfTheRingTakesNoTestStand() {
        CommandLineRun refused = tare("dirc", "types", "--sectors", "1", "--modules", "2");

        assertThat(refused.out()).contains("REFUSED: conflict");
        assertThat(refused.exit()).isEqualTo(Exit.NEGATIVE);
    }

    @Test
    void randomConstantsOfAllTypesAreOneCommitAndRerunnable() {
        long before = commits();

        assertThat(tare("dirc", "store", "--since", "5").out())
                .contains("12 banks in tag dirc-status, valid [run 5, open)")
                .contains("12 banks in tag dirc-pedestal")
                .contains("12 banks in tag dirc-t0");
        assertThat(tare("dirc", "store", "--since", "5").out()).contains("Nothing new");
        assertThat(commits()).isEqualTo(before + 1);
        assertThat(tare("dirc", "store", "--since", "6").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void allBanksAreFetchedAndShown() {
        tare("dirc", "store", "--since", "5");

        JsonNode types = tare("dirc", "show", "--run", "5", "--json").json().path("types");
        assertThat(types).hasSize(3);
        for (JsonNode type : types) {
            assertThat(type.path("banks")).hasSize(12);
            assertThat(
                            IntStream.range(0, 12)
                                    .map(i -> type.at("/banks/" + i + "/dead").asInt(0))
                                    .sum())
                    .isEqualTo(20);
        }
        assertThat(tare("dirc", "show", "--run", "5", "--channels").out())
                .contains("dirc-pedestal: 12 banks", "sector 11", "bad, dead, no data");
    }

    @Test
    void theRingIsDrawn() {
        Path plots = folder.resolve("plots");

        tare("dirc", "show", "--run", "1", "--plots", plots.toString());

        assertThat(plots.resolve("dirc-t0.png")).isNotEmptyFile();
    }

    @Test
    void nothingToShowIsNoEmptyTable() {
        url = "sqlite:" + folder.resolve("new.db");
        done("conditions", "init", "--store", url);

        CommandLineRun run = tare("dirc", "show", "--run", "1");

        assertThat(run.err()).isEqualTo("tare: no constants of the DIRC at run 1 in " + url + "\n");
        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
    }

    /// A test stand of 128 tubes, of which so many are hot; 18 are too many.
    @ParameterizedTest
    @CsvSource({"17, 0", "18, 1", "19, 1"})
    void theThresholdIsExact(int hot, int exit) {
        makeTestStand();
        CommandLineRun run = calibrateTestStand(hot);

        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(run.out())
                .contains(
                        exit == 0
                                ? "Stored 1 bank in tag dirc-t0"
                                : "REJECTED, nothing was stored");
        assertThat(run.out()).contains(hot + " of 128 channels fail, fewer than 18 may");
    }

    private void makeTestStand() {
        url = "sqlite:" + folder.resolve("stand.db");
        done("conditions", "init", "--store", url);
        tare("dirc", "types", "--sectors", "1", "--modules", "2");
    }

    private CommandLineRun calibrateTestStand(int hot, String... more) {
        String[] setup = {"--sectors", "1", "--modules", "2"};
        var simulate = new ArrayList<>(List.of("synthetic", "dirc", folder.toString()));
        simulate.addAll(List.of("--run", "9", "--faults", "0," + hot + ",0"));
        simulate.addAll(List.of(setup));
        done(simulate.toArray(String[]::new));
        var calibrate = new ArrayList<>(List.of("dirc", "calibrate"));
        calibrate.add(folder.resolve("dirc-t0-9.tdc").toString());
        calibrate.addAll(List.of("--tag", TAG, "--since", "9"));
        calibrate.addAll(List.of(setup));
        calibrate.addAll(List.of(more));
        return tare(calibrate.toArray(String[]::new));
    }

    @Test
    void anOverridePassesAndIsKept() {
        makeTestStand();

        CommandLineRun run = calibrateTestStand(18, "--override", "new boards are not tuned yet");

        assertThat(run.exit()).as(run.out()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("accepted by override", "new boards are not tuned yet");
        Bank bank = banks(TAG, 9).getFirst();
        assertThat(new HeaderFlag(bank.header().flag()).has(HeaderFlag.OVERRIDDEN)).isTrue();
        assertThat(bank.journal().entries().toString()).contains("new boards are not tuned yet");
        long overridden =
                IntStream.range(0, bank.size())
                        .filter(i -> (bank.flags().intAt(i) & ChannelFlag.OVERRIDDEN) != 0)
                        .count();
        assertThat(overridden).isEqualTo(18);
    }

    @Test
    void anOverrideNeedsAReason() {
        CommandLineRun run = calibrate(2, "--override", " ");
        assertThat(run.err()).contains("an override needs a reason");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void filesOfAnotherSetupAreNotCalibrated() {
        makeTestStand();

        CommandLineRun run =
                tare(
                        "dirc",
                        "calibrate",
                        file(1),
                        "--since",
                        "1",
                        "--sectors",
                        "1",
                        "--modules",
                        "2");

        assertThat(run.err())
                .contains("of TDC channels without a tube in a setup of 1 sectors with 2 modules");
        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
    }

    @Test
    void aFileGivenTwiceDoesNotCountTwice() {
        CommandLineRun run = tare("dirc", "calibrate", file(1), file(1), "--since", "1");
        assertThat(run.err()).contains("has the same content as").contains("give it once");
        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
    }

    @Test
    void withoutATagNothingIsStored() {
        long before = commits();

        CommandLineRun run = tare("dirc", "calibrate", file(1), "--since", "1");

        assertThat(run.out()).contains("4,194,639 hits", "Not stored: no --tag was given.");
        assertThat(commits()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--faults some | faults are DEAD,HOT,SHIFTED or none, got 'some'",
                "--faults 9999,9999,0 | 19998 faulty tubes of 10752 are too many",
                "--flashes 0 | a run has 1 flash or more, got 0",
                "--sectors 13 | sectors must be 1..12, got 13"
            })
    void whatMakesNoSenseIsExplained(String options, String message) {
        String[] more = options.split(" ", -1);

        CommandLineRun run =
                CommandLineRun.of("synthetic", "dirc", folder.toString(), more[0], more[1]);

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void detectorsAreListed() {
        JsonNode detectors = CommandLineRun.of("detectors", "--json").json();

        assertThat(detectors.at("/0/name").asString()).isEqualTo("dirc");
        assertThat(detectors.at("/0/channels").asInt()).isEqualTo(10_752);
        assertThat(detectors.at("/0/banks").asInt()).isEqualTo(12);
        assertThat(detectors.at("/1/name").asString()).isEqualTo("pixel");
        assertThat(detectors.at("/1/channels").asInt()).isEqualTo(123_535_360);
        assertThat(CommandLineRun.of("detectors").out()).contains("sector/module/tube");
    }
}
