package tare.conditions.store;

import org.jspecify.annotations.Nullable;
import tare.conditions.type.BankName;
import tare.conditions.type.TypeVersion;
import tare.conditions.type.Verdict;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;
import tare.core.time.Moment;

/// A bank that the gate accepted and that waits for the transaction.
///
/// @param body for the database; null if the container is on disk or was stored before
/// @param journal with the storing as its newest entry
/// @param identity of the payload
/// @param candidate of what was submitted, where validation changed it
/// @param standard against what it was judged
record Staged(
        Verdict.Accepted verdict,
        Sha256 identity,
        @Nullable Sha256 candidate,
        long rawBytes,
        long storedBytes,
        byte @Nullable [] body,
        Journal journal,
        Standard standard) {
    /// Payloads of reference and status.
    record Standard(@Nullable Sha256 reference, @Nullable Sha256 status) {}

    BankName name() {
        return verdict.bank();
    }

    /// Whether it brings what a row holds already.
    boolean isIn(Timeline.Row row) {
        return row.isOf(candidate == null ? identity : candidate);
    }

    /// The row that it would be, for campaigns of the same submission; its type and journal have no
    /// number yet.
    Index.StoredRow provisionalRow(Campaign campaign, long sequence) {
        Moment since = campaign.since();
        var type = new TypeVersion(campaign.type().name(), 0);
        return new Index.StoredRow(
                campaign.tag(),
                campaign.type().name(),
                since.axis(),
                name(),
                new Timeline.Row(since.value(), sequence, identity, type, 0, candidate));
    }
}
