package tare.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tare.conditions.store.ConditionsStore;

/// Brings a store of an older version to this program's.
@Command(
        name = "upgrade",
        description = {
            "Brings a store that an older version of this program made to this version.",
            "In one transaction: it ends upgraded or as it was. Older programs cannot open it"
                    + " afterwards; copy the file first if they must."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = "  tare conditions upgrade --store sqlite:tare.db")
final class ConditionsUpgrade implements Callable<Integer> {
    @Mixin private StoreOption store;
    @Mixin private Output out;

    /// @param upgraded false if it was of this version already
    private record Document(String store, boolean upgraded) {}

    @Override
    public Integer call() {
        boolean upgraded = ConditionsStore.upgrade(store.url());
        out.line(
                upgraded ? "Upgraded the conditions store %s" : "%s is of this version already",
                store.url());
        out.document(new Document(store.url(), upgraded));
        out.flush();
        return Exit.DONE;
    }
}
