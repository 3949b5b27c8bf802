package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The verbs of `tare conditions` on the history of [SampleStore].
class ConditionsCommandTest {
    @TempDir private Path folder;
    private SampleStore store;

    @BeforeEach
    void fill() {
        store = SampleStore.create(folder);
    }

    private static List<String> texts(JsonNode list, String... path) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(
                        node -> {
                            JsonNode at = node;
                            for (String name : path) at = at.path(name);
                            return at.asString();
                        })
                .toList();
    }

    private String payload(String... question) {
        return store.conditions(question).json().at("/entry/payload").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "list",
                "show",
                "diff",
                "trend",
                "at",
                "log",
                "upgrade",
                "verify",
                "store",
                "type",
                "reference",
                "journal",
                "global-tag",
                "status"
            })
    void helpOfEveryVerbTeachesWithExamples(String verb) {
        CommandLineRun help = CommandLineRun.of("conditions", verb, "--help");

        assertThat(help.exit()).isEqualTo(Exit.DONE);
        assertThat(help.out()).contains("For example:", "  tare conditions " + verb);
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void withoutAVerbPrintsTheVerbs() {
        assertThat(CommandLineRun.of("conditions").out())
                .contains("init", "list", "show", "at", "log");
    }

    @Test
    void initCreatesAStoreOnce() {
        String url = "sqlite:" + folder.resolve("new.db");

        CommandLineRun first = CommandLineRun.of("conditions", "init", "--store", url);
        CommandLineRun second = CommandLineRun.of("conditions", "init", "--store", url);

        assertThat(first.exit()).isEqualTo(Exit.DONE);
        assertThat(first.out()).isEqualTo("Created the conditions store " + url + "\n");
        assertThat(second.exit()).isEqualTo(Exit.DONE);
        assertThat(second.out()).contains(url + " was there, with 0 commits");
    }

    @Test
    void initLeavesAStoreAsItIs() {
        JsonNode document = store.conditions("init", "--json").json();

        assertThat(document.path("created").asBoolean()).isFalse();
        assertThat(document.path("sequence").asLong()).isEqualTo(5);
    }

    @Test
    void upgradeLeavesAStoreOfThisVersionAsItIs() {
        assertThat(store.conditions("upgrade").out()).contains("is of this version already");
        assertThat(store.conditions("upgrade", "--json").json().path("upgraded").asBoolean())
                .isFalse();
    }

    @Test
    void listNamesTagsWithWhatTheyHold() {
        assertThat(store.conditions("list").out().lines().skip(2))
                .containsExactly(
                        "Tag       Type           Banks  Intervals  First since           Last since            Sequence",
                        "hourly    hourly-type        1          1  2026-11-20T11:00:00Z  2026-11-20T11:00:00Z         5",
                        "pedestal  pedestal-type      2          3  run 100               run 200                      4");
    }

    @Test
    void listOfATagShowsItsIntervalsAndBanks() {
        CommandLineRun list = store.conditions("list", "PEDESTAL");

        assertThat(list.out())
                .contains("Tag pedestal, type pedestal-type: 2 banks, 3 intervals")
                .contains("\n[run 100, run 200)      1         1  pedestal-type/1\n")
                .contains("\n[run 100, run 300)      1         1  pedestal-type/1\n")
                .contains("\n[run 200, open)         1         3  pedestal-type/1\n")
                .containsPattern(
                        "(?m)^   1  north          2  \\[run 200, open\\) +[0-9a-f]{12} +3$");
    }

    @Test
    void listAsJsonHoldsEveryIntervalInFull() {
        JsonNode document = store.conditions("list", "pedestal", "--json").json();

        assertThat(texts(document.path("intervals"), "valid", "text"))
                .containsExactly("[run 100, run 200)", "[run 200, open)", "[run 100, run 300)");
        assertThat(texts(document.path("intervals"), "payload"))
                .allSatisfy(payload -> assertThat(payload).hasSize(64));
        assertThat(document.at("/intervals/1/valid/until").isNull()).isTrue();
        assertThat(document.at("/tag/rows").asInt()).isEqualTo(5);
    }

    @Test
    void listOfOneBankLeavesOutTheOthers() {
        assertThat(store.conditions("list", "pedestal", "--bank", "South").out())
                .contains("south  [run 100, run 300)")
                .doesNotContain("north");
    }

    @Test
    void listSaysWhatItLeavesOut() {
        assertThat(store.conditions("list", "pedestal", "--limit", "1").out())
                .contains("... and 1 bank more; --limit 0 lists all");
    }

    @Test
    void atTellsTagBankIntervalPayloadSequenceAndType() {
        CommandLineRun at = store.conditions("at", "150", "--tag", "pedestal");

        assertThat(at.exit()).isEqualTo(Exit.DONE);
        assertThat(at.out())
                .startsWith("Conditions at run 150, as of sequence 5 of 5, in " + store.url())
                .containsPattern(
                        "(?m)^   1  north  \\[run 100, run 200\\)  [0-9a-f]{12}  +1  pedestal-type/1$")
                .containsPattern(
                        "(?m)^   2  south  \\[run 100, run 300\\)  [0-9a-f]{12}  +1  pedestal-type/1$");
    }

    @Test
    void atAsJsonNamesWhatHoldsAndWhatDoesNot() {
        JsonNode document = store.conditions("at", "300", "--json").json();

        assertThat(texts(document.path("entries"), "name")).containsExactly("north");
        assertThat(document.at("/entries/0/typeVersion").asInt()).isEqualTo(1);
        assertThat(document.at("/entries/0/sequence").asInt()).isEqualTo(3);
        assertThat(texts(document.path("missing"), "name")).containsExactly("south");
        assertThat(store.conditions("at", "300").out()).contains("NOT valid here: south");
    }

    @ParameterizedTest
    @CsvSource({"1, '[run 100, open)', 1", "2, '[run 200, open)', 2", "3, '[run 200, open)', 3"})
    void atAnswersAsOfACommit(int asOf, String valid, int sequence) {
        JsonNode entry =
                store.conditions("at", "250", "--bank", "1", "--as-of", asOf + "", "--json")
                        .json()
                        .at("/entries/0");

        assertThat(entry.at("/valid/text").asString()).isEqualTo(valid);
        assertThat(entry.path("sequence").asInt()).isEqualTo(sequence);
    }

    @Test
    void atReadsTimesForTagsThatHoldByTime() {
        assertThat(store.conditions("at", "2026-11-20T12:00:00Z").out())
                .contains("[2026-11-20T11:00:00Z, open)")
                .doesNotContain("pedestal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "at 50                   | 3 | no conditions at run 50, as of sequence 5; pedestal: nearest after [run 100, run 200)",
                "at 50 --tag pedestal    | 3 | no conditions in tag pedestal at run 50",
                "at 300 --tag pedestal --bank south | 3 | bank south at run 300, as of sequence 5; nearest before [run 100, run 300)",
                "at 150 --as-of 0        | 3 | no conditions at run 150, as of sequence 0; nothing had been stored on this axis by then",
                "at 150 --as-of 6        | 2 | --as-of 6: the store has commits 1 to 5",
                "at 150 --tag gain       | 3 | no conditions at run 150: no tag 'gain'; the store has hourly, pedestal",
                "at 150 --tag hourly     | 2 | tag hourly holds by time; give a UTC time",
                "at now                  | 2 | 'now' is no run; give a number",
                "at 0                    | 2 | a run number is 1 to 4294967295, got 0",
                "at 9:4294967296         | 2 | a luminosity section is 0 to 4294967295",
                "at 9:5                  | 3 | no conditions at run 9 lumi 5",
                "list gain               | 3 | no tag 'gain'; the store has hourly, pedestal",
                "list --bank north       | 2 | --bank needs a tag",
                "list pedestal --bank up | 3 | tag pedestal has no bank 'up' as of sequence 5; it has north, south",
                "log gain                | 3 | no tag 'gain'",
                "show                    | 2 | which bank? Give a tag and --run, or --payload",
                "show pedestal           | 2 | Give --run; tag pedestal has intervals that begin from run 100 to run 200",
                "show pedestal --run 150 | 2 | which bank? Tag pedestal has 2 banks: north, south",
                "show pedestal 2 --run 50 | 3 | no conditions in tag pedestal for south (bank 2) at run 50",
                "show pedestal up --run 150 | 3 | tag pedestal has no bank 'up'",
                "show gain --run 150     | 3 | no conditions at run 150: no tag 'gain'",
                "show hourly --run 150   | 2 | tag hourly holds by time; give a UTC time such as 2026-11-20T11:00:00Z instead of run 150",
                "show --payload 12       | 2 | named by 4 to 64 hexadecimal digits of its hash, got '12'",
                "show --payload 12345678 | 3 | no payload begins with 12345678",
                "show pedestal --payload 12345678 | 2 | --payload already says which bank",
                "show pedestal 1 --run 150 --csv no/such/folder/a.csv | 3 | there is no folder"
            })
    void errorsNameWhatWasWrongAndWhatToDo(String arguments, int exit, String message) {
        CommandLineRun refused = store.conditions(arguments.split(" ", -1));

        assertThat(refused.exit()).isEqualTo(exit);
        assertThat(refused.err()).contains(message);
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "at 5", "show pedestal 1 --run 150", "log"})
    void everyVerbSaysHowToMakeAMissingStore(String arguments) {
        var missing = new SampleStore(folder.resolve("missing.db"));

        CommandLineRun refused = missing.conditions(arguments.split(" ", -1));

        assertThat(refused.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(refused.err())
                .isEqualTo(
                        "tare: no conditions store at "
                                + missing.database()
                                + "; create one with: tare conditions init --store "
                                + missing.url()
                                + "\n");
        assertThat(missing.database()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tare.db", "oracle:tare", "sqlite:", ""})
    void aUrlThatNamesNoStoreIsAWrongCommandLine(String url) {
        for (String verb : List.of("init", "list", "log")) {
            CommandLineRun refused = CommandLineRun.of("conditions", verb, "--store", url);

            assertThat(refused.exit()).isEqualTo(Exit.USAGE);
            assertThat(refused.err()).contains("a store is named sqlite:PATH, got '" + url + "'");
        }
    }

    @Test
    void anotherFileIsNotTakenForAStore() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a database at all");

        CommandLineRun refused =
                CommandLineRun.of("conditions", "list", "--store", "sqlite:" + file);

        assertThat(refused.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(refused.err()).contains("notes.txt");
    }

    @Test
    void showTellsLayoutHeaderQualitiesAndStatistics() {
        CommandLineRun show = store.conditions("show", "pedestal", "north", "--run", "150");

        assertThat(show.exit()).isEqualTo(Exit.DONE);
        assertThat(show.out())
                .contains("Valid     [run 100, run 200)", "Sequence  1, as of 5 of 5")
                .contains(
                        "Layout    pedestal/1; channel ids: test, crate (8 bits), channel (20 bits)")
                .contains("Header    10 pulses, flag 0x0", "delay_ns: 25", "source: led")
                .contains("Channels  3: 2 good, 0 suspect, 1 bad, 0 not assessed")
                .containsPattern("(?m)^pedestal +ADC +F32 +2 +80.5 +0.5 +80 +81$")
                .containsPattern("(?m)^entries +1 +I32 +3 +66.6667 +47.1405 +0 +100$");
    }

    @Test
    void showGivesTheLineageInFullAndSaysThatItsChainHolds() {
        CommandLineRun show = store.conditions("show", "pedestal", "north", "--run", "150");

        assertThat(show.out())
                .contains("Lineage, oldest first: the chain of 3 entries is intact")
                .contains("1  2026-11-20T11:00:00Z  decode  by ada at bench tare 0.1.0")
                .contains("    file         raw 7.dmp")
                .contains("    file sha256  " + SampleStore.RAW_FILE_SHA256)
                .contains("2  2026-11-20T11:00:00Z  fit  by ada at bench tare 0.1.0")
                .contains("    why    after the repair")
                .contains("3  2026-11-20T11:00:00Z  store  by ada at bench tare 0.1.0");
        assertThat(show.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Words.WIDTH));
    }

    @Test
    void showAsJsonHoldsEverything() {
        JsonNode document =
                store.conditions(
                                "show",
                                "pedestal",
                                "1",
                                "--run",
                                "150",
                                "--channels",
                                "2",
                                "--json")
                        .json();

        assertThat(document.at("/entry/tag").asString()).isEqualTo("pedestal");
        assertThat(document.at("/layout/fields/0/unit").asString()).isEqualTo("ADC");
        assertThat(document.at("/header/extra/delay_ns").asLong()).isEqualTo(25);
        assertThat(document.at("/qualities/bad").asInt()).isEqualTo(1);
        assertThat(document.at("/columns/0/mean").asDouble()).isEqualTo(80.5);
        assertThat(texts(document.path("journal"), "what"))
                .containsExactly("decode", "fit", "store");
        assertThat(document.at("/journal/0/details/file sha256").asString())
                .isEqualTo(SampleStore.RAW_FILE_SHA256);
        assertThat(document.path("journalIntact").asBoolean()).isTrue();
        assertThat(texts(document.path("firstChannels"), "state")).containsExactly("normal", "bad");
        assertThat(document.at("/firstChannels/1/values/pedestal").asString()).isEqualTo("NaN");
    }

    @Test
    void showNeedsNoBankWhereThereIsOnlyOne() {
        assertThat(store.conditions("show", "hourly", "--run", "2026-11-20T11:30:00Z").out())
                .contains("Bank      all (bank 0)");
    }

    @Test
    void showListsAsManyChannelsAsAskedFor() {
        assertThat(
                        store.conditions("show", "pedestal", "1", "--run", "150", "--channels", "2")
                                .out())
                .containsPattern("(?m)^crate 1 channel 0  normal +80 +100$")
                .containsPattern("(?m)^crate 1 channel 1  bad +NaN +0$")
                .contains("... and 1 more; --csv FILE writes all");
    }

    @Test
    void showWritesTables() throws IOException {
        Path csv = folder.resolve("a.csv");
        Path npz = folder.resolve("a.npz");

        CommandLineRun show =
                store.conditions(
                        "show",
                        "pedestal",
                        "1",
                        "--run",
                        "150",
                        "--csv",
                        csv + "",
                        "--npz",
                        npz + "");

        assertThat(show.out()).contains("Wrote " + csv + ": 3 channels", "Wrote " + npz);
        assertThat(Files.readAllLines(csv)).hasSize(4);
        try (var zip = new ZipFile(npz.toFile())) {
            assertThat(zip.stream().map(Object::toString)).contains("pedestal.npy", "entries.npy");
        }
    }

    @Test
    void showFindsAPayloadByItsFirstDigits() {
        String payload = payload("show", "pedestal", "1", "--run", "150", "--json");

        for (String name :
                List.of(
                        payload,
                        payload.substring(0, 12) + "…",
                        payload.toUpperCase(Locale.ROOT))) {
            JsonNode document = store.conditions("show", "--payload", name, "--json").json();
            assertThat(document.at("/entry/payload").asString()).isEqualTo(payload);
            assertThat(document.at("/entry/valid/text").asString()).isEqualTo("[run 100, run 200)");
        }
    }

    @Test
    void showFindsAPayloadThatHoldsNoMore() {
        String payload = payload("show", "pedestal", "1", "--run", "250", "--as-of", "2", "--json");

        JsonNode document = store.conditions("show", "--payload", payload, "--json").json();

        assertThat(document.at("/columns/0/min").asDouble()).isEqualTo(81);
        assertThat(document.path("asOf").asLong()).isEqualTo(2);
        assertThat(document.path("sequence").asLong()).isEqualTo(5);
    }

    @Test
    void showNamesOtherPlacesOfTheSamePayload() {
        store.storeAgain("copy", "pedestal", 150, 1);

        assertThat(store.conditions("show", "pedestal", "1", "--run", "150").out())
                .contains("Also      copy north [run 150, open) sequence 6");
    }

    @Test
    void showVerifiesPayloadAndLog() {
        CommandLineRun show = store.conditions("show", "pedestal", "1", "--run", "150", "--verify");

        assertThat(show.exit()).isEqualTo(Exit.DONE);
        assertThat(show.out())
                .contains("Checked: the payload's content was read and hashed; it is what its name")
                .contains("Checked: the chain of 5 commits is intact");
    }

    @Test
    void aDamagedPayloadIsAnErrorThatNamesIt() throws Exception {
        String payload = payload("show", "pedestal", "1", "--run", "150", "--json");
        store.tamper(
                "payload",
                "UPDATE payload SET body = substr(body, 1, length(body) - 1) || x'55'"
                        + " WHERE hex(sha256) = upper('"
                        + payload
                        + "')");

        for (String option : List.of("--json", "--verify")) {
            CommandLineRun show = store.conditions("show", "pedestal", "1", "--run", "150", option);
            assertThat(show.exit()).isEqualTo(Exit.BROKEN_INPUT);
            assertThat(show.err()).contains(payload, "corrupt", "restore it from a backup");
            assertThat(show.out()).isEmpty();
        }
        assertThat(store.conditions("show", "pedestal", "2", "--run", "150").exit())
                .isEqualTo(Exit.DONE);
    }

    @Test
    void anAlteredJournalIsShownAsBroken() throws Exception {
        store.tamper(
                "journal", "UPDATE journal SET json = replace(json, 'raw 7.dmp', 'raw 8.dmp')");

        CommandLineRun show = store.conditions("show", "pedestal", "1", "--run", "150");

        assertThat(show.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(show.out()).contains("BROKEN at entry 1", "raw 8.dmp");
        assertThat(
                        store.conditions("show", "pedestal", "1", "--run", "150", "--json")
                                .json()
                                .path("firstBrokenEntry")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void logListsCommitsNewestFirst() {
        CommandLineRun log = store.conditions("log", "pedestal");

        assertThat(log.out().lines().filter(line -> line.startsWith("Sequence")))
                .containsExactly(
                        "Sequence 4  2026-11-20T11:00:00Z  end  by ada at bench tare 0.1.0",
                        "Sequence 3  2026-11-20T11:00:00Z  store  by ada at bench tare 0.1.0",
                        "Sequence 2  2026-11-20T11:00:00Z  store  by ada at bench tare 0.1.0",
                        "Sequence 1  2026-11-20T11:00:00Z  store  by ada at bench tare 0.1.0");
        assertThat(log.out())
                .contains("    unplugged\n", "    morning scan\n")
                .contains("banks: 2, since: run 100, tag: pedestal, type: pedestal-type");
    }

    @Test
    void logStopsAtItsLimitAndSaysSo() {
        CommandLineRun log = store.conditions("log", "--limit", "2");

        assertThat(log.out()).contains("Sequence 5", "Sequence 4").doesNotContain("Sequence 3");
        assertThat(log.out()).contains("The newest 2 commits; --limit 0 lists all");
        assertThat(store.conditions("log", "--limit", "0", "--json").json().path("commits"))
                .hasSize(5);
    }

    @Test
    void logVerifiesTheChain() {
        CommandLineRun log = store.conditions("log", "--verify");

        assertThat(log.exit()).isEqualTo(Exit.DONE);
        assertThat(log.out())
                .contains(
                        "Checked: the chain of 5 commits is intact, and so are the rows they wrote");
    }

    @Test
    void logFindsWhatWasAlteredBehindTheStore() throws Exception {
        store.tamper("iov", "UPDATE iov SET since = 150 WHERE since = 100 AND bank = 2");

        CommandLineRun log = store.conditions("log", "--verify", "--json");

        assertThat(log.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(log.json().at("/chain/firstBroken").asLong()).isEqualTo(1);
        assertThat(store.conditions("log", "--verify").out()).contains("BROKEN at sequence 1");
        assertThat(store.conditions("show", "pedestal", "1", "--run", "250", "--verify").exit())
                .isEqualTo(Exit.BROKEN_INPUT);
    }

    @Test
    void theEnvironmentNamesTheStore() throws Exception {
        var process =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "tare.app.Main",
                        "conditions",
                        "list");
        process.environment().putAll(Map.of("TARE_STORE", store.url()));
        Process tare = process.redirectErrorStream(true).start();
        String output = new String(tare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tare.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("Store " + store.url() + ": 2 tags, 5 commits");
        assertThat(tare.exitValue()).isEqualTo(Exit.DONE);
    }
}
