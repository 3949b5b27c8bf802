package tare.app.cli;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tare.conditions.store.ConditionsStore;

/// Whether the commits of a store follow from each other.
///
/// @param firstBroken sequence of the first that does not; null if all do
record Chain(boolean intact, @Nullable Long firstBroken, String text) {
    static Chain of(ConditionsStore store) {
        long commits = store.sequence();
        OptionalLong broken = store.history().firstBroken();
        if (broken.isEmpty()) {
            return new Chain(
                    true,
                    null,
                    "the chain of "
                            + Words.count(commits, "commit")
                            + " is intact, and so are the rows they wrote");
        }
        long first = broken.getAsLong();
        return new Chain(
                false,
                first,
                "BROKEN at sequence "
                        + first
                        + ": this commit or its rows were altered after they were stored;"
                        + " restore the store from a backup");
    }
}
