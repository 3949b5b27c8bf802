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
        })
final class SyntheticCommand extends VerbGroup {}
