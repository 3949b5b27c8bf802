package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.conditions.store.ConditionsStore;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.time.RunNumber;
import tools.jackson.databind.json.JsonMapper;

/// The verbs that bring something through the gate, on the store of [SampleStore].
class GateCommandTest {
    @TempDir private Path folder;
    private SampleStore store;

    @BeforeEach
    void fill() {
        store = SampleStore.create(folder);
    }

    /// Bank `north` as valid at run 250, with another pedestal in its first channel.
    private Path container(float pedestal) throws IOException {
        try (ConditionsStore opened = ConditionsStore.open(store.url())) {
            Bank north = opened.view(new RunNumber(250).moment()).bank("pedestal", 1).bank();
            BankBuilder changed = BankBuilder.of(north);
            changed.floats("pedestal")[0] = pedestal;
            var payload = BankFormat.write(changed.freeze(north.journal()), Compression.SMALLER);
            return Files.write(
                    folder.resolve("north.bank"),
                    payload.container().toArray(ValueLayout.JAVA_BYTE));
        }
    }

    private String storedType(String checks) throws IOException {
        String shown = store.conditions("type", "show", "pedestal-type", "--json").out();
        var content = JsonMapper.shared().readTree(shown).path("content");
        Path file = folder.resolve("type.json");
        Files.writeString(
                file, content.toString().replace("\"checks\":[]", "\"checks\":" + checks));
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "type,list",
        "type,show",
        "type,store",
        "type,retire",
        "reference,list",
        "reference,promote",
        "global-tag,create",
        "global-tag,list",
        "global-tag,show",
        "global-tag,resolve",
        "status,merge"
    })
    void helpOfEveryVerbTeachesWithExamples(String group, String verb) {
        CommandLineRun help = CommandLineRun.of("conditions", group, verb, "--help");

        assertThat(help.exit()).isEqualTo(Exit.DONE);
        assertThat(help.out()).contains("For example:", "  tare conditions " + group + " " + verb);
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void storesAContainerWhoseBankTheTagKnows() throws IOException {
        CommandLineRun run =
                store.conditions(
                        "store", container(85).toString(), "--tag", "pedestal", "--since", "400");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("Stored 1 bank in tag pedestal, valid [run 400, open), sequence 6.");
        assertThat(store.conditions("journal", "pedestal", "north", "--run", "400").out())
                .contains("read  by", "north.bank", "store  by");
    }

    @Test
    void storesACsvAndRefusesOneWithAStrayLetter() throws IOException {
        Path csv = folder.resolve("north.csv");
        store.conditions("show", "pedestal", "north", "--run", "250", "--csv", csv.toString());
        String text = Files.readString(csv);
        Files.writeString(csv, text.replace("82.0", "84.5"));

        CommandLineRun run =
                store.conditions("store", csv.toString(), "--tag", "pedestal", "--since", "400");
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);

        Files.writeString(csv, text.replace("82.0", "8x.5"));
        CommandLineRun stray =
                store.conditions("store", csv.toString(), "--tag", "pedestal", "--since", "500");
        assertThat(stray.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(stray.err()).contains("north.csv");
    }

    @Test
    void aDamagedContainerIsBrokenInput() throws IOException {
        Path file = container(85);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        CommandLineRun run =
                store.conditions("store", file.toString(), "--tag", "pedestal", "--since", "400");

        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(run.err()).contains("north.bank").contains("corrupt");
    }

    @Test
    void aTypesNewCutsRejectAndAnOverridePassesWithATrace() throws IOException {
        String type = storedType("[{\"range\":\"pedestal\",\"min\":0.0,\"max\":100.0,\"bit\":3}]");
        assertThat(store.conditions("type", "store", type, "--after", "9").exit())
                .as("somebody else's idea of the newest")
                .isEqualTo(Exit.NEGATIVE);
        assertThat(store.conditions("type", "store", type, "--after", "1").out())
                .contains("Stored type pedestal-type/2.");
        assertThat(store.conditions("type", "show", "pedestal-type").out())
                .contains("pedestal within 0.0 to 100.0, bit 3");
        String file = container(300).toString();

        CommandLineRun rejected =
                store.conditions("store", file, "--tag", "pedestal", "--since", "400");
        assertThat(rejected.exit()).isEqualTo(Exit.NEGATIVE);
        assertThat(rejected.out()).contains("REJECTED").contains("300.0, expected 0.0 to 100.0");

        CommandLineRun passed =
                store.conditions(
                        "store",
                        file,
                        "--tag",
                        "pedestal",
                        "--since",
                        "400",
                        "--override",
                        "new board");
        assertThat(passed.exit()).isEqualTo(Exit.DONE);
        assertThat(passed.out()).contains("accepted by override of").contains("new board");
        assertThat(store.conditions("journal", "pedestal", "north", "--run", "400").out())
                .contains("override  by");
        assertThat(store.conditions("log", "--verify").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void verifyMarksWhatStillHolds() throws IOException {
        CommandLineRun run =
                store.conditions(
                        "verify", container(82).toString(), "--tag", "pedestal", "--run", "280");

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("Still valid at run 280: 1 bank in tag pedestal");
        assertThat(store.conditions("log", "--limit", "1").out())
                .contains("still valid until: run 280");
    }

    @Test
    void aRetiredTypeTakesNothingNew() throws IOException {
        assertThat(store.conditions("type", "retire", "pedestal-type", "--why", "old").exit())
                .isEqualTo(Exit.DONE);

        CommandLineRun run =
                store.conditions(
                        "store", container(85).toString(), "--tag", "pedestal", "--since", "400");

        assertThat(run.exit()).isEqualTo(Exit.NEGATIVE);
        assertThat(run.out()).contains("REFUSED").contains("was retired by commit 6");
        assertThat(store.conditions("type", "list").out()).contains("retired");
    }

    @Test
    void theBuiltInDetectorIsStoredByName() {
        assertThat(store.conditions("type", "store", "pixel").exit())
                .as("without --bootstrap")
                .isEqualTo(Exit.NEGATIVE);
        assertThat(store.conditions("type", "store", "pixel", "--bootstrap").out())
                .contains("Defined detector pixel and its types, sequence 6.");
        assertThat(store.conditions("type", "store", "pixel", "--bootstrap").out())
                .contains("Nothing new: detector pixel is defined");
        assertThat(store.conditions("type", "list").out())
                .contains("pixel-gain")
                .contains("pixel-status")
                .contains("(bench)");
        assertThat(store.conditions("type", "store", "nonsense").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void referencesArePromotedAndListed() {
        CommandLineRun promote =
                store.conditions(
                        "reference",
                        "promote",
                        "pedestal",
                        "--run",
                        "250",
                        "--bank",
                        "north",
                        "--why",
                        "good run");

        assertThat(promote.exit()).as(promote.err()).isEqualTo(Exit.DONE);
        assertThat(store.conditions("reference", "list").out())
                .containsPattern("pedestal-type +1 +north +run 250 .*current");
        assertThat(store.conditions("reference", "list", "--json").json().path("references"))
                .hasSize(1);
        assertThat(
                        store.conditions(
                                        "reference",
                                        "promote",
                                        "pedestal",
                                        "--run",
                                        "1",
                                        "--why",
                                        "x")
                                .exit())
                .isEqualTo(Exit.NEGATIVE);
    }

    @Test
    void globalTagsResolveWithAFingerprint() {
        assertThat(store.conditions("global-tag", "create", "summer", "ped=pedestal").exit())
                .isEqualTo(Exit.DONE);
        assertThat(store.conditions("global-tag", "create", "summer", "ped=hourly").exit())
                .isEqualTo(Exit.NEGATIVE);
        assertThat(store.conditions("global-tag", "list").out()).contains("summer");
        assertThat(store.conditions("global-tag", "show", "summer").out())
                .containsPattern("ped +pedestal");

        CommandLineRun resolve = store.conditions("global-tag", "resolve", "SUMMER", "250");
        assertThat(resolve.exit()).isEqualTo(Exit.DONE);
        assertThat(resolve.out()).containsPattern("Fingerprint [0-9a-f]{64}").contains("north");
        assertThat(store.conditions("global-tag", "resolve", "summer", "5").exit())
                .as("nothing is valid then")
                .isEqualTo(Exit.BROKEN_INPUT);
        assertThat(store.conditions("global-tag", "show", "winter").exit())
                .isEqualTo(Exit.BROKEN_INPUT);
    }

    @Test
    void theStatusIsMergedFirstOnPaperThenStored() throws IOException {
        String type =
                """
                {"name":"status","axis":"RUN","layout":{"name":"status","version":1,"fields":[]},
                 "idScheme":{"name":"test","fields":[{"name":"crate","bits":8},{"name":"channel","bits":20}]},
                 "checks":[],"limit":{"fewerThan":1},
                 "merging":[{"type":"pedestal-type","mask":8,"bits":8,"quality":"BAD","condition":"DEAD"}]}
                """;
        Path file = Files.writeString(folder.resolve("status.json"), type);
        assertThat(store.conditions("type", "store", file.toString(), "--bootstrap").exit())
                .isEqualTo(Exit.DONE);
        String cuts = storedType("[{\"range\":\"pedestal\",\"min\":0.0,\"max\":100.0,\"bit\":3}]");
        store.conditions("type", "store", cuts);
        store.conditions(
                "store",
                container(300).toString(),
                "--tag",
                "pedestal",
                "--since",
                "400",
                "--override",
                "new board");
        String[] merge = {
            "status", "merge", "hot", "--type", "status", "--run", "400", "--from", "pedestal"
        };
        String[] dry = Arrays.copyOf(merge, merge.length + 1);
        dry[merge.length] = "--dry-run";

        assertThat(store.conditions(dry).out())
                .contains("1 channel change (dry run)")
                .contains("crate 1 channel 0: normal becomes bad, dead");
        assertThat(store.conditions("list").out()).doesNotContain("hot");
        assertThat(store.conditions(merge).exit()).isEqualTo(Exit.DONE);
        assertThat(store.conditions("list").out()).contains("hot");
        assertThat(store.conditions(dry).out()).contains("0 channels change (dry run)");
    }
}
