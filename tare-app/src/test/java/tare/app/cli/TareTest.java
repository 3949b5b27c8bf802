package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What a user sees when a verb fails.
class TareTest {
    @Command(name = "broken")
    private record Broken(RuntimeException failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw failure;
        }
    }

    private static CommandLineRun failingWith(RuntimeException failure) {
        var err = new StringWriter();
        CommandLine line =
                Tare.commandLine().addSubcommand(new Broken(failure)).setErr(new PrintWriter(err));
        return new CommandLineRun(line.execute("broken"), "", err.toString());
    }

    @Test
    void aMistakeOfTheProgramIsNoRejectionAndShowsItsTrace() {
        CommandLineRun run = failingWith(new IllegalStateException("impossible"));

        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(run.err())
                .startsWith("tare: this should not have happened; please report what follows")
                .contains("IllegalStateException: impossible", "at tare.app.cli.TareTest");
    }

    @Test
    void aFileThatMayNotBeReadIsNamedWithTheReason() {
        var denied = new AccessDeniedException("/secret/a.dmp");
        CommandLineRun run = failingWith(new UncheckedIOException(denied));

        assertThat(run.exit()).isEqualTo(Exit.BROKEN_INPUT);
        assertThat(run.err()).isEqualToIgnoringNewLines("tare: /secret/a.dmp: permission denied");
    }
}
