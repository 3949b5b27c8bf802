package tare.app.cli;

import picocli.CommandLine.Command;

/// Parent of the pixel detector's verbs.
@Command(
        name = "pixel",
        description = "The pixel detector: gain calibration and its tools.",
        mixinStandardHelpOptions = true,
        subcommands = {CalibrateCommand.class})
final class PixelCommand extends VerbGroup {}
