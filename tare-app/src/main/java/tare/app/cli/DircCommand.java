package tare.app.cli;

import picocli.CommandLine.Command;

/// Parent of the DIRC's verbs.
@Command(
        name = "dirc",
        description = "The DIRC: its calibration types, its constants, the T0 calibration.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DircCalibrate.class,
            DircShow.class,
            DircStore.class,
            DircTypesCommand.class
        },
        footerHeading = "%nFor example, from nothing to constants:%n",
        footer = {
            "  tare conditions init",
            "  tare dirc types",
            "  tare synthetic dirc run1 --run 1 --faults none",
            "  tare dirc calibrate run1/dirc-t0-1.tdc --tag dirc-t0 --since 1",
            "  tare dirc show --run 1"
        })
final class DircCommand extends VerbGroup {}
