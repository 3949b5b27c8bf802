package tare.app.cli;

import picocli.CommandLine.Command;

/// Parent of the simulations.
@Command(
        name = "synthetic",
        description = "Simulated data with known truth, written as a detector would write them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SyntheticPixel.class,
            SyntheticPulls.class,
            SyntheticDirc.class,
            SyntheticDircPulls.class
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare synthetic pixel bench --scan small",
            "  tare synthetic pulls --store sqlite:bench/tare.db --tag pixel-gain",
            "  tare synthetic dirc bench --run 1"
        })
final class SyntheticCommand extends VerbGroup {}
