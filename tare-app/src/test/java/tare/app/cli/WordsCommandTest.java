package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.detectors.pixel.geometry.CablingCsv;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.BlockEnd;
import tare.detectors.pixel.raw.DumpWriter;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.PixelEncoder;
import tare.detectors.pixel.raw.PixelWord;
import tare.detectors.pixel.raw.StatusWord;

class WordsCommandTest {
    private static final FedCabling FED = CablingGenerator.phase1().forFed(1200).orElseThrow();

    @TempDir Path folder;
    private String dump = "";
    private String cabling = "";

    /// A run word; event 1: a hit; a stray word; event 2: a time-out's two words.
    @BeforeEach
    void writeDumpAndCabling() throws IOException {
        var encoder = new PixelEncoder();
        encoder.runWord(4711);
        int[] hit = {PixelWord.hit(FED, 0, 12, 34, 56)};
        encoder.block(FedHeader.of(1, 3, 1200), hit, 1, BlockEnd.CLEAN);
        encoder.stray(99);
        int[] timeout = {StatusWord.timeoutFirst(5), StatusWord.timeoutSecond(5)};
        encoder.block(FedHeader.of(2, 3, 1200), timeout, 2, BlockEnd.CLEAN);
        Path file = folder.resolve("GainCalibration_1200_4711.dmp");
        try (DumpWriter writer = DumpWriter.create(file)) {
            writer.write(encoder);
            writer.finish();
        }
        dump = file.toString();
        Path table = folder.resolve("cabling.csv");
        CablingCsv.write(CablingGenerator.phase1(), table);
        cabling = table.toString();
    }

    private static CommandLineRun words(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "pixel";
        all[1] = "words";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandLineRun.of(all);
    }

    @Test
    void explainsBareWords() {
        CommandLineRun run = words("44c79865", "0x5000000100a4b500");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("link = 17, ROC = 6, double column = 7, pixel id = 152, ADC = 101")
                .contains("block header: event 1, bunch crossing 10, FED 1205");
    }

    @Test
    void namesTheModuleOfAHitWhereACablingIsGiven() {
        assertThat(words("44c79865", "--cabling", cabling).err()).contains("--cabling needs --fed");

        CommandLineRun run = words(dump, "--event", "1", "--cabling", cabling);

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("run 4711")
                .contains("56 ADC: row 12, column 34; module ")
                .doesNotContain("stray word:");
    }

    @Test
    void tellsRunWordStraysAndPairsInAFile() {
        CommandLineRun run = words(dump, "--brief");

        assertThat(run.out().lines())
                .anyMatch(it -> it.endsWith("run word: the dump belongs to run 4711"))
                .anyMatch(it -> it.contains("stray word: no header where one should be"))
                .anyMatch(it -> it.contains("time-out of link 5 (error 29), first word"))
                .anyMatch(it -> it.contains("time-out of link 5, second word of the pair"))
                .contains("        2  stray words between blocks")
                .contains("        4  block headers");
        assertThat(words(dump, "--block", "1").out())
                .contains("1 refused words stand before this; look at them with --at 32 --count 1");
        assertThat(words(dump, "--at", "0x20", "--count", "1").out())
                .contains("byte 32, between blocks: 0x0000000000000063");
    }

    @Test
    void printsADocumentForMachines() {
        CommandLineRun run = words(dump, "--event", "2", "--json");

        assertThat(run.json().get("tally").get("timeout").asInt()).isEqualTo(1);
        assertThat(run.json().get("words").size()).isEqualTo(4);
        assertThat(run.json().get("words").get(1).get("offset").asLong()).isEqualTo(48);
    }

    @Test
    void saysWhatToMendAndEndsWithTheCodeForIt() throws IOException {
        String text = Files.writeString(folder.resolve("notes"), "no dump at all").toString();

        check(words("123"), Exit.USAGE, "8 or 16 hexadecimal digits, got '123'");
        check(words("44c79865", "--at", "8"), Exit.USAGE, "need a dump file");
        check(words(dump, "--event", "9"), Exit.USAGE, "the file's blocks have 1 to 2");
        check(words(dump, "--block", "2"), Exit.USAGE, "blocks 0..1, got 2");
        check(words(dump, "--at", "9999"), Exit.USAGE, "got 16 words from byte 9999");
        check(words(dump, "--at", "1", "--block", "0"), Exit.USAGE, "mutually exclusive");
        check(words(dump, "--at", "zz"), Exit.USAGE, "'zz' is no byte; give 6720 or 0x1a40\n");
        check(words(dump, "--count", "0"), Exit.USAGE, "--count is 1 or more, got 0");
        check(words(folder.resolve("none").toString()), Exit.BROKEN_INPUT, "no such file");
        check(words(text, "--block", "0"), Exit.BROKEN_INPUT, "no complete block");
    }

    private static void check(CommandLineRun run, int exit, String message) {
        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isEqualTo(exit);
    }
}
