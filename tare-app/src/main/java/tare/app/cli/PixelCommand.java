package tare.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tare pixel`: what belongs to the pixel detector.
@Command(
        name = "pixel",
        description = "The CMS phase-1 pixel detector.",
        mixinStandardHelpOptions = true,
        subcommands = {WordsCommand.class, VcalCommand.class, LabfitCommand.class})
final class PixelCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
