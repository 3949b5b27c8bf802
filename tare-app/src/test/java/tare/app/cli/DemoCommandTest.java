package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the first page promises: one command shows everything, and what it says to try works.
class DemoCommandTest {
    @TempDir private Path folder;

    private CommandLineRun demo() {
        return CommandLineRun.of("demo", "--scan", "small", folder.resolve("tour").toString());
    }

    /// The commands after "Try next:", without what the shell would do with their output.
    private static List<String> next(String out) {
        return out.lines()
                .dropWhile(line -> !line.equals("Try next:"))
                .skip(1)
                .map(line -> line.replaceFirst("\\|.*", "").strip())
                .toList();
    }

    @Test
    void theTourWorksTwiceAndEndsWithCommandsThatWork() {
        CommandLineRun first = demo();
        CommandLineRun second = demo();

        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isEqualTo(Exit.DONE);
        assertThat(first.out())
                .contains("Created the conditions store")
                .contains("Stored 17 banks in tag pixel-gain,")
                .contains("Stored 17 banks in tag pixel-gain-pooled,");
        assertThat(folder.resolve("tour/pixel-gain/distributions.png")).isNotEmptyFile();
        assertThat(folder.resolve("tour/pulls-pixel-gain-pooled.png")).isNotEmptyFile();
        assertThat(second.err()).isEmpty();
        assertThat(second.exit()).isEqualTo(Exit.DONE);
        assertThat(second.out().lines().filter(line -> line.startsWith("Nothing new:"))).hasSize(3);
        assertThat(second.out()).contains("was there, with 4 commits").doesNotContain("Stored ");

        assertThat(next(first.out())).hasSize(4).isEqualTo(next(second.out()));
        for (String command : next(first.out())) {
            assertThat(command).startsWith("tare ");
            CommandLineRun run =
                    CommandLineRun.of(command.substring("tare ".length()).split(" +", -1));
            assertThat(run.err()).as(command).isEmpty();
            assertThat(run.exit()).as(command).isEqualTo(Exit.DONE);
        }
    }

    @Test
    void aStepThatFailsEndsTheTourWithItsMessage() throws Exception {
        Path file = Files.createFile(folder.resolve("tour"));

        CommandLineRun inFile = demo();
        CommandLineRun noScan =
                CommandLineRun.of("demo", "--scan", "nix", folder.resolve("other").toString());

        assertThat(inFile.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(inFile.err()).contains(file.toString()).hasLineCount(1);
        assertThat(noScan.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(noScan.err()).startsWith("tare: nix: no such file").hasLineCount(1);
        assertThat(noScan.out()).doesNotContain("Try next");
    }
}
