package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `diff`, `trend` and `--plot` tell of a [SampleStore].
class ConditionsLookTest {
    @TempDir static Path folder;
    private static SampleStore store;

    @BeforeAll
    static void fill() {
        store = SampleStore.create(folder);
    }

    @Test
    void diffTellsWhichBanksChangedAndByHowMuch() {
        CommandLineRun run =
                store.conditions("diff", "pedestal", "--run", "150", "--to-run", "250");
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("From pedestal at run 150 to pedestal at run 250, as of sequence 5")
                .contains("1 bank with the same payload, 1 bank changed")
                .containsPattern("pedestal +ADC +2 +2 +2 +0 +2\\b")
                .containsPattern("entries +1 +2 +0 +0 +0 +0\\b")
                .containsPattern("1 +north +0 +0 +0 +pedestal 2");
    }

    @Test
    void diffComparesTwoTagsAndNamesWhatOnlyOneHas() {
        store.storeAgain("copy", "pedestal", 250, 1);
        CommandLineRun run =
                store.conditions("diff", "pedestal", "--run", "250", "--to-tag", "copy");
        assertThat(run.out())
                .contains("1 bank with the same payload, 0 banks changed")
                .contains("Not valid any more: south");
    }

    @Test
    void diffAtOneRunOfWhatIsNotValidNamesTheNearest() {
        CommandLineRun run = store.conditions("diff", "pedestal", "--run", "50", "--to-run", "250");
        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(run.err())
                .contains("no conditions in tag pedestal at run 50; nearest after [run 100,");
    }

    @Test
    void diffDrawsOneBankAndAsksWhichOfSeveral() {
        Path picture = folder.resolve("change.png");
        CommandLineRun one =
                store.conditions(
                        "diff",
                        "pedestal",
                        "north",
                        "--run",
                        "150",
                        "--to-run",
                        "250",
                        "--plot",
                        picture.toString());
        assertThat(one.out()).contains("Drawn in " + picture);
        assertThat(picture).isNotEmptyFile();
        CommandLineRun several =
                store.conditions(
                        "diff",
                        "pedestal",
                        "--run",
                        "150",
                        "--to-run",
                        "250",
                        "--plot",
                        picture.toString());
        assertThat(one.out().indexOf("Drawn")).isGreaterThan(one.out().indexOf("Largest"));
        CommandLineRun same =
                store.conditions(
                        "diff",
                        "pedestal",
                        "south",
                        "--run",
                        "150",
                        "--to-run",
                        "250",
                        "--plot",
                        folder.resolve("same.png").toString());
        assertThat(same.err()).contains("nothing was drawn: nothing changed");
        assertThat(folder.resolve("same.png")).doesNotExist();
        assertThat(several.exit()).isEqualTo(Exit.USAGE);
        assertThat(several.err()).contains("which bank shall be drawn?");
    }

    @Test
    void trendFollowsTheUsableChannelsOverAllIntervals() {
        Path picture = folder.resolve("trend.pdf");
        CommandLineRun run =
                store.conditions("trend", "pedestal", "north", "--plot", picture.toString());
        assertThat(run.out())
                .contains("pedestal [ADC] of north (bank 1) in tag pedestal: 2 intervals")
                .containsPattern("\\[run 100, run 200\\) +[0-9a-f]{12} +2 +80.5 +0.5 +80 +81")
                .containsPattern("\\[run 200, open\\) +[0-9a-f]{12} +2 +82.5 +0.5 +82 +83");
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void trendFollowsOneChannelAsOfAnyCommit() {
        String first = Integer.toString(1 << 20);
        CommandLineRun run =
                store.conditions(
                        "trend",
                        "pedestal",
                        "north",
                        "--channel",
                        first,
                        "--from",
                        "210",
                        "--as-of",
                        "2");
        assertThat(run.out())
                .contains("channel 1048576 of north")
                .contains("1 interval")
                .containsPattern("\\[run 200, open\\) +[0-9a-f]{12} +1 +81 +0 +81 +81");
    }

    @Test
    void trendSaysWhatThereIsInstead() {
        assertThat(store.conditions("trend", "pedestal", "north", "--field", "gain").err())
                .contains("no field gain with one number per channel")
                .contains("pedestal, entries");
        assertThat(store.conditions("trend", "pedestal", "north", "--channel", "7").err())
                .contains("the bank has no channel of id 7");
        CommandLineRun none = store.conditions("trend", "pedestal", "south", "--from", "400");
        assertThat(none.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(none.err()).contains("no interval of bank south (bank 2) in tag pedestal");
        assertThat(store.conditions("trend", "pedestal").err()).contains("which bank?");
    }

    @Test
    void showDrawsABankAndRefusesOtherKindsOfPicture() {
        Path picture = folder.resolve("north.png");
        store.conditions("show", "pedestal", "north", "--run", "150", "--plot", picture.toString());
        assertThat(picture).isNotEmptyFile();
        CommandLineRun other =
                store.conditions("show", "pedestal", "north", "--run", "150", "--plot", "a.svg");
        assertThat(other.exit()).isEqualTo(Exit.USAGE);
        assertThat(other.err()).contains("ends in .png or .pdf, got a.svg");
    }

    @Test
    void showRefusesANegativeNumberOfChannels() {
        CommandLineRun run =
                store.conditions("show", "pedestal", "north", "--run", "150", "--channels", "-1");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("--channels is 0 or more, got -1");
    }

    @Test
    void machinesGetOneDocument() {
        assertThat(
                        store.conditions(
                                        "diff",
                                        "pedestal",
                                        "--run",
                                        "150",
                                        "--to-run",
                                        "250",
                                        "--json")
                                .out())
                .startsWith("{")
                .contains("\"same_payload\" : 1", "\"largest\" : 2.0");
        assertThat(store.conditions("trend", "pedestal", "north", "--json").out())
                .startsWith("{")
                .contains("\"mean\" : 80.5");
    }
}
