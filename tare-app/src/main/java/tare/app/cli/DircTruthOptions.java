package tare.app.cli;

import picocli.CommandLine.Option;
import tare.detectors.dirc.DircSetup;
import tare.synthetic.dirc.DircFaults;
import tare.synthetic.dirc.DircTruth;

/// What simulated tubes of the DIRC are like; the same options give the same tubes.
final class DircTruthOptions {
    enum Faults {
        SOME,
        NONE
    }

    /// An odd number without a pattern, so that seeds of runs do not meet those of other seeds.
    private static final long RUN_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "What is random follows from this; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "FAULTS",
            defaultValue = "SOME",
            description =
                    "${COMPLETION-CANDIDATES}; some are 20 dead tubes, 10 hot ones and 5 whose T0 is 10 ns"
                            + " later; default ${DEFAULT-VALUE}.")
    private Faults faults = Faults.SOME;

    DircTruth truth(DircSetup setup) {
        return DircTruth.draw(
                setup, faults == Faults.SOME ? DircFaults.SOME : DircFaults.NONE, seed);
    }

    long seedOfRun(long run) {
        return seed + run * RUN_FACTOR;
    }
}
