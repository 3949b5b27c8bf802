package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one command.
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

    @Test
    void saysItsVersionAndThatOfJava() {
        CommandLineRun run = CommandLineRun.of("--version");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).matches("tare \\S.*, Java 25\\S*\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpListsEveryVerbAndTeachesWithAnExample(String help) {
        CommandLineRun run = CommandLineRun.of(help);

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .contains("For example:\n  tare demo\n", "Exit codes:")
                .contains(Tare.commandLine().getSubcommands().keySet());
        assertThat(CommandLineRun.of().out()).isEqualTo(run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "pixel",
                "pixel calibrate",
                "pixel labfit",
                "pixel vcal",
                "pixel words",
                "synthetic",
                "synthetic pixel",
                "synthetic pulls"
            })
    void helpTeachesWithExamplesThatCanBeCopied(String verb) {
        String[] arguments = (verb + " --help").split(" ", -1);

        CommandLineRun run = CommandLineRun.of(arguments);

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("For example:\n  tare ");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
        String examples = run.out().substring(run.out().indexOf("For example:\n") + 13);
        assertThat(examples.lines()).allMatch(line -> line.startsWith("  "), "no line is broken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fly               | tare: unexpected word 'fly'                       | tare",
                "pixl              | tare: unexpected word 'pixl'; is it pixel?        | tare",
                "pixel calibrat    | tare: unexpected word 'calibrat'; is it calibrate | tare pixel",
                "demo --scann x    | tare: unknown option '--scann'; is it --scan?     | tare demo",
            })
    void aMistakeGetsTheMessageAndWhereToReadOn(String arguments, String message, String verb) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" ", -1));

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message).endsWith("\nSee '" + verb + " --help'.\n");
        assertThat(run.err()).hasLineCount(2);
    }
}
