package tare.app.cli;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tare.conditions.history.BankSummary;
import tare.conditions.history.StoredPayload;
import tare.conditions.payload.BankFormat;
import tare.conditions.store.ConditionsStore;
import tare.conditions.view.Entry;
import tare.conditions.view.Resolved;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;

/// A stored bank and everything that `show` says about it.
///
/// @param asOf the last commit that the answer considers
/// @param newest the last commit of the store
/// @param others where else the same payload is or was used
record ShownBank(
        Bank bank,
        BankSummary summary,
        StoredPayload stored,
        long asOf,
        long newest,
        List<Entry> others) {
    static ShownBank of(ConditionsStore store, Resolved resolved, long asOf) {
        Entry entry = resolved.entry();
        return new ShownBank(
                resolved.bank(),
                BankSummary.of(resolved),
                store.history().payload(entry.payload()).orElseThrow(),
                asOf,
                store.sequence(),
                store.history().uses(entry.payload()).stream()
                        .filter(use -> !isSamePlace(use, entry))
                        .toList());
    }

    private static boolean isSamePlace(Entry use, Entry entry) {
        return use.tag().equals(entry.tag())
                && use.bank().equals(entry.bank())
                && use.sequence() == entry.sequence();
    }

    Entry entry() {
        return summary.entry();
    }

    /// Number of the first journal entry, from 1, that was altered; null if the chain is intact.
    @Nullable Integer firstBrokenEntry() {
        OptionalInt broken = bank.journal().firstBroken();
        return broken.isEmpty() ? null : broken.getAsInt() + 1;
    }

    /// What a check of everything found.
    ///
    /// @param identity of the content that was read
    /// @param payloadIntact whether that is the identity under which it is stored
    record Verified(Sha256 identity, boolean payloadIntact, Chain log) {
        boolean isIntact() {
            return payloadIntact && log.intact();
        }
    }

    /// Hashes the content that was read, and checks the commit that stored it with all others.
    Verified verify(ConditionsStore store) {
        Sha256 identity = BankFormat.identity(bank);
        return new Verified(identity, identity.equals(entry().payload()), Chain.of(store));
    }
}
