package tare.conditions.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tare.conditions.type.OverrideRequest;
import tare.conditions.type.Verdict;
import tare.core.bank.Bank;
import tare.core.bank.HeaderFlag;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;

/// What a campaign writes into the journals of the banks that it stores.
record Signature(Campaign campaign) {
    /// The bank's journal with the storing, and an override before it, as its newest entries.
    ///
    /// @param submitted identity of the candidate, if validation changed it
    Journal sign(
            Verdict.Accepted verdict,
            Bank bank,
            @Nullable Sha256 submitted,
            Staged.Standard standard) {
        var details = new TreeMap<String, String>();
        details.put("tag", campaign.tag());
        details.put("type", campaign.type().name());
        details.put("type sha256", campaign.type().identity().hex());
        details.put("since", campaign.since().toString());
        if (submitted != null) details.put("candidate sha256", submitted.hex());
        if (campaign.type().needsReference() && standard.reference() != null) {
            details.put("reference sha256", standard.reference().hex());
        }
        Journal ofBank = bank.journal();
        Instant when = notBefore(ofBank);
        if (new HeaderFlag(bank.header().flag()).has(HeaderFlag.OVERRIDDEN)
                && campaign.override().isPresent()) {
            ofBank = overridden(ofBank, when, verdict, campaign.override().get());
        }
        return ofBank.append(when, campaign.author(), "store", details, campaign.why());
    }

    private Journal overridden(
            Journal ofBank, Instant when, Verdict.Accepted verdict, OverrideRequest request) {
        var details = new TreeMap<String, String>();
        details.put("override by", request.who());
        List<String> passedOver = verdict.warnings();
        for (int i = 1; i < passedOver.size(); i++) details.put("failure " + i, passedOver.get(i));
        return ofBank.append(when, campaign.author(), "override", details, request.reason());
    }

    /// Candidates may be made while they are submitted, later than the campaign was.
    private Instant notBefore(Journal ofBank) {
        return Stream.concat(
                        Stream.of(campaign.when()),
                        ofBank.entries().stream().map(JournalEntry::when))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
