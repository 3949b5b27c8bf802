package tare.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.ConditionsStore.Initialized;

/// Creates a store.
@Command(
        name = "init",
        description = "Creates a conditions store; one that is there stays as it is.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = "  tare conditions init --store sqlite:tare.db")
final class ConditionsInit implements Callable<Integer> {
    @Mixin private StoreOption store;
    @Mixin private Output out;

    /// @param created false if it was there
    /// @param sequence the last commit, 0 if there is none
    private record Document(String store, boolean created, long sequence) {}

    @Override
    public Integer call() {
        boolean created = ConditionsStore.init(store.url()) == Initialized.CREATED;
        try (ConditionsStore opened = store.open()) {
            long sequence = opened.sequence();
            if (created) out.line("Created the conditions store %s", store.url());
            else {
                out.line(
                        "The conditions store %s was there, with %s",
                        store.url(), Words.count(sequence, "commit"));
            }
            out.document(new Document(store.url(), created, sequence));
        }
        out.flush();
        return Exit.DONE;
    }
}
