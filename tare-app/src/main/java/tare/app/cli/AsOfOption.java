package tare.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tare.conditions.store.ConditionsStore;

/// The commit as of which a store answers.
final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "SEQ",
            description = "Answer as the store did after this commit. Default: the newest.")
    private @Nullable Long asOf;

    boolean isGiven() {
        return asOf != null;
    }

    /// @throws IllegalArgumentException if the store has not got that far
    long sequence(ConditionsStore store) {
        long newest = store.sequence();
        if (asOf == null) return newest;
        if (asOf < 0 || asOf > newest) {
            throw new IllegalArgumentException(
                    "--as-of " + asOf + ": the store has commits 1 to " + newest);
        }
        return asOf;
    }
}
