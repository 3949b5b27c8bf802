package tare.conditions.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.BankFormat;
import tare.conditions.type.BankName;
import tare.conditions.type.Failure;
import tare.conditions.type.TypeVersion;
import tare.conditions.type.Verdict;
import tare.core.bank.Bank;
import tare.core.bank.HeaderFlag;
import tare.core.hash.Sha256;
import tare.core.operation.Indirection;
import tare.core.time.Moment;

/// Sees that at every moment the index layers of a tag point into the data layer that is valid
/// then. What comes is looked at one by one, in its order, each on top of what was let in before:
/// so the data layer comes before indexes that need it, and after those that would point outside.
final class Layers {
    private static final int SHOWN = 10;

    private final Function<Sha256, Bank> stored;
    private final Map<Sha256, Integer> lasts = new HashMap<>();
    private Index index = Index.EMPTY;
    private long sequence;

    /// @param stored gives the content of a stored payload
    Layers(Function<Sha256, Bank> stored) {
        this.stored = stored;
    }

    /// Begins anew, on top of what is stored.
    ///
    /// @param next sequence of the commit that is about to be made
    void restart(Index now, long next) {
        index = now;
        sequence = next;
    }

    /// Lets in a bank whose structure is right by itself, or says why it cannot come now.
    Optional<Verdict.Rejected> add(Campaign campaign, BankName name, Bank bank) {
        if (!campaign.type().isIndirect()) return Optional.empty();
        Sha256 identity = BankFormat.identity(bank);
        lasts.put(identity, last(bank));
        return add(campaign, name, identity);
    }

    /// Lets in a bank that was seen before.
    Optional<Verdict.Rejected> add(Campaign campaign, BankName name, Sha256 identity) {
        if (!campaign.type().isIndirect()) return Optional.empty();
        Index after = with(campaign, name, identity);
        List<String> misfits = misfits(after, campaign.tag(), name, campaign.since().value());
        if (misfits.isEmpty()) {
            index = after;
            return Optional.empty();
        }
        return Optional.of(new Verdict.Rejected(name, List.of(new Failure.Structure(misfits))));
    }

    private Index with(Campaign campaign, BankName name, Sha256 identity) {
        String type = campaign.type().name();
        Moment since = campaign.since();
        var row =
                new Timeline.Row(
                        since.value(), sequence, identity, new TypeVersion(type, 0), 0, null);
        return index.with(
                sequence,
                List.of(new Index.StoredRow(campaign.tag(), type, since.axis(), name, row)));
    }

    /// Where index layers point outside as long as a bank is what it became at a moment.
    List<String> misfits(Index after, String tagName, BankName changed, long since) {
        Index.Tag tag = Objects.requireNonNull(after.tag(tagName));
        Timeline of = Objects.requireNonNull(tag.banks().get(changed.number())).timeline();
        long until = of.nextSince(since, after.sequence());
        Collection<Index.TaggedBank> banks =
                changed.isDataLayer()
                        ? tag.banks().tailMap(Indirection.DATA_LAYER + 1).values()
                        : tag.banks().subMap(changed.number(), changed.number() + 1).values();
        var misfits = new ArrayList<String>();
        for (Index.TaggedBank bank : banks) compare(after, tag, bank, since, until, misfits);
        if (misfits.size() <= SHOWN) return misfits;
        var some = new ArrayList<>(misfits.subList(0, SHOWN));
        some.add("and " + (misfits.size() - SHOWN) + " more");
        return some;
    }

    /// Goes through the moments at which the bank or the data layer changes.
    private void compare(
            Index after,
            Index.Tag tag,
            Index.TaggedBank bank,
            long since,
            long until,
            List<String> misfits) {
        Index.TaggedBank shared = tag.banks().get(Indirection.DATA_LAYER);
        Timeline data = shared == null ? Timeline.EMPTY : shared.timeline();
        Timeline own = bank.timeline();
        long asOf = after.sequence();
        long at = since;
        while (at < until) {
            Sha256 pointing = payload(own.at(at, asOf));
            if (pointing != null) {
                String wrong = misfit(pointing, payload(data.at(at, asOf)));
                if (wrong != null) {
                    misfits.add(bank.name() + " at " + new Moment(tag.axis(), at) + " " + wrong);
                }
            }
            at = Math.min(own.nextSince(at, asOf), data.nextSince(at, asOf));
        }
    }

    private static @Nullable Sha256 payload(Timeline.@Nullable Row row) {
        return row == null ? null : row.payload();
    }

    private @Nullable String misfit(Sha256 pointing, @Nullable Sha256 data) {
        if (data == null) return "needs a data layer, and none is valid then: store it first";
        int entry = last(pointing);
        int entries = last(data) + 1;
        return entry < entries
                ? null
                : "points to entry " + entry + ", the data layer has " + entries + " entries";
    }

    private int last(Sha256 payload) {
        return lasts.computeIfAbsent(payload, unseen -> last(stored.apply(unseen)));
    }

    /// The last entry to which an index layer points, or that a data layer has; -1 for a bank that
    /// is neither, from before its type had a data layer.
    private static int last(Bank bank) {
        if (bank.layout().equals(Indirection.INDEX)) return Indirection.largest(bank);
        return bank.header().state().has(HeaderFlag.DATA_LAYER) ? bank.size() - 1 : -1;
    }
}
