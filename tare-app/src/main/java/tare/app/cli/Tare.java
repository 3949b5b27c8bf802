package tare.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import tare.conditions.payload.BankFormatException;
import tare.conditions.store.StoreException;
import tare.conditions.view.MissingConditionsException;

/// The one command. Prints its own help when called without a verb.
@Command(
        name = "tare",
        description = "Turns a detector's raw counts into trusted constants.",
        mixinStandardHelpOptions = true,
        versionProvider = Tare.Version.class,
        subcommands = {
            DemoCommand.class,
            PixelCommand.class,
            DircCommand.class,
            DetectorsCommand.class,
            ConditionsCommand.class,
            SyntheticCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, with a negative outcome: rejected, bad quality, some files failed",
            "2:the command line makes no sense",
            "3:input is missing, broken or damaged"
        },
        footerHeading = "%nFor example:%n",
        footer = {"  tare demo", "  tare pixel calibrate --help"})
public final class Tare implements Runnable {
    @Spec private CommandSpec spec;

    private Tare() {}

    /// The command line, ready to execute arguments.
    public static CommandLine commandLine() {
        return new CommandLine(new Tare())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((mistake, _) -> explain(mistake))
                .setExecutionExceptionHandler((failure, line, _) -> explain(failure, line));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// The mistake and where to read on, instead of a page of help in which it drowns.
    private static int explain(ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println("tare: " + text(mistake));
        line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        line.getErr().flush();
        return Exit.USAGE;
    }

    private static String text(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
            String text = String.valueOf(mistake.getMessage());
            return (text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1))
                    .replaceFirst("^error: ", "")
                    .replaceFirst("option option", "option")
                    .replaceFirst("positional parameter at index \\S+ \\((\\S+)\\)", "$1")
                    .replaceFirst("is not an? (int|long)$", "is not a whole number")
                    .replaceFirst("is not a double$", "is not a number");
        }
        String kind = unmatched.isUnknownOption() ? "unknown option" : "unexpected word";
        List<String> similar = unmatched.getSuggestions();
        return kind
                + " '"
                + unmatched.getUnmatched().getFirst()
                + "'"
                + (similar.isEmpty() ? "" : "; is it " + String.join(" or ", similar) + "?");
    }

    /// One line instead of a stack trace for whatever a user can mend. A mistake of the program is
    /// no negative outcome either: nobody may take it for a rejection.
    private static int explain(Exception failure, CommandLine line) {
        PrintWriter err = line.getErr();
        String message = message(failure);
        if (message == null) {
            err.println("tare: this should not have happened; please report what follows");
            failure.printStackTrace(err);
        } else {
            err.println("tare: " + message);
        }
        err.flush();
        return failure instanceof IllegalArgumentException ? Exit.USAGE : Exit.BROKEN_INPUT;
    }

    /// What a user can do something about; null for anything else.
    private static @Nullable String message(@Nullable Exception failure) {
        return switch (failure) {
            case UncheckedIOException e -> message(e.getCause());
            case NoSuchFileException e ->
                    e.getFile() + ": " + Objects.requireNonNullElse(e.getReason(), "no such file");
            case FileAlreadyExistsException e ->
                    e.getFile() + ": a folder is wanted, and a file of this name is there";
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case FileSystemException e -> e.getMessage();
            case IOException e -> e.getMessage();
            case StoreException e -> e.getMessage();
            case MissingConditionsException e -> e.getMessage();
            case BankFormatException e -> e.getMessage();
            case IllegalArgumentException e -> e.getMessage();
            case null, default -> null;
        };
    }

    /// Version of the jar and of the Java it runs on.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tare " + Program.version() + ", Java " + Runtime.version()};
        }
    }
}
