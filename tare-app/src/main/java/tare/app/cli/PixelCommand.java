package tare.app.cli;

import picocli.CommandLine.Command;

/// Parent of the pixel detector's verbs.
@Command(
        name = "pixel",
        description = "The pixel detector: gain calibration and its tools.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CalibrateCommand.class,
            VcalCommand.class,
            WordsCommand.class,
            LabfitCommand.class
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare pixel words 44c79865",
            "  tare pixel vcal 2026_v0 --store sqlite:tare.db",
            "  tare pixel calibrate --help"
        })
final class PixelCommand extends VerbGroup {}
