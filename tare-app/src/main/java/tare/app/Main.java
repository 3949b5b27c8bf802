package tare.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one command. Prints its own help when called without a verb.
@Command(
        name = "tare",
        description = "Turns a detector's raw counts into trusted constants.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Version of the jar and of the Java it runs on.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "tare "
                        + (version == null ? "(not packaged)" : version)
                        + ", Java "
                        + Runtime.version()
            };
        }
    }
}
