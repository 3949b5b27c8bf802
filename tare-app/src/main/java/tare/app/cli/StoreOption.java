package tare.app.cli;

import picocli.CommandLine.Option;
import tare.conditions.store.ConditionsStore;

/// The conditions store that a verb works on.
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "URL",
            defaultValue = "${env:TARE_STORE:-sqlite:tare.db}",
            description =
                    "Conditions store, sqlite:PATH. Default: what TARE_STORE says, or else"
                            + " sqlite:tare.db; now ${DEFAULT-VALUE}.")
    private String url;

    String url() {
        return url;
    }

    /// @throws tare.conditions.store.StoreException if there is none
    ConditionsStore open() {
        return ConditionsStore.open(url);
    }
}
