package tare.app.cli;

import picocli.CommandLine.Option;
import tare.detectors.dirc.DircDetector;
import tare.detectors.dirc.DircSetup;

/// How much of a DIRC a verb works on.
final class DircSetupOption {
    @Option(
            names = "--sectors",
            paramLabel = "N",
            defaultValue = "12",
            description = "Sectors, 1 to 12; default ${DEFAULT-VALUE}, the whole ring.")
    private int sectors;

    @Option(
            names = "--modules",
            paramLabel = "N",
            defaultValue = "14",
            description =
                    "Modules of 64 tubes in a sector, 1 to 14; default ${DEFAULT-VALUE}. A test stand"
                            + " is --sectors 1 --modules 2.")
    private int modules;

    /// @throws IllegalArgumentException if there is no such setup
    DircDetector detector() {
        return new DircDetector(new DircSetup(sectors, modules));
    }
}
