package tare.conditions.type;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.BankFormat;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Layouts;
import tare.core.bank.Origin;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;

/// Makes one bank of a detector's general status of the flags of its types' banks, by the rules of
/// the status type. The worst that any rule says counts, so the order of types and rules does not
/// matter. Channels of which no rule says anything are normal.
///
/// @param statusType whose [StatusTable] it is
public record StatusMerge(CalibrationType statusType) {
    public StatusMerge {
        if (!statusType.layout().equals(Layouts.STATUS)) {
            throw new IllegalArgumentException(
                    "a general status has layout "
                            + Layouts.STATUS
                            + ", not "
                            + statusType.layout());
        }
    }

    /// A channel whose status becomes another.
    ///
    /// @param channel the id in words
    public record Change(int channelId, String channel, ChannelFlag before, ChannelFlag after) {
        @Override
        public String toString() {
            return channel + ": " + before + " becomes " + after;
        }
    }

    /// The status of the channels of one bank.
    ///
    /// @param channels whose status it is
    /// @param banks by name of their type; of the same bank and id scheme
    public Bank merged(
            BankIds channels, Map<String, Bank> banks, Instant when, Author author, String why) {
        BankBuilder builder = BankBuilder.of(Layouts.STATUS, channels.idScheme(), channels.ids());
        builder.header(
                new Header(0, HeaderFlag.NORMAL.with(Origin.DERIVED).bits(), new TreeMap<>()));
        for (StatusRule rule : statusType.merging().rules()) {
            Bank bank = banks.get(rule.type());
            if (bank != null) apply(rule.marking(), bank, builder);
        }
        return builder.freeze(
                Journal.EMPTY.append(when, author, "merge status", operands(banks), why));
    }

    /// Ids of one bank under their scheme.
    public record BankIds(FieldScheme idScheme, int[] ids) {}

    private static void apply(Marking marking, Bank bank, BankBuilder status) {
        for (int i = 0; i < status.size(); i++) {
            int id = status.id(i);
            int j = i < bank.size() && bank.ids().intAt(i) == id ? i : bank.index(id);
            if (j < 0 || !marking.matches(bank.flags().intAt(j))) continue;
            var old = new ChannelFlag(status.flags()[i]);
            status.flags()[i] =
                    old.with(Severity.worst(old.quality(), marking.quality()))
                            .with(Severity.worst(old.condition(), marking.condition()))
                            .bits();
        }
    }

    private static SortedMap<String, String> operands(Map<String, Bank> banks) {
        var operands = new TreeMap<String, String>();
        banks.forEach((type, bank) -> operands.put(type + " sha256", identity(bank).hex()));
        return operands;
    }

    private static Sha256 identity(Bank bank) {
        return BankFormat.identity(bank);
    }

    /// What a new status changes.
    ///
    /// @param before the status until now, null if there is none: then all was normal
    public static List<Change> changes(@Nullable Bank before, Bank after) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < after.size(); i++) {
            int id = after.ids().intAt(i);
            int j = before == null ? -1 : before.index(id);
            int old = before == null || j < 0 ? 0 : before.flags().intAt(j);
            int now = after.flags().intAt(i);
            if (old == now) continue;
            changes.add(
                    new Change(
                            id,
                            after.idScheme().format(id),
                            new ChannelFlag(old),
                            new ChannelFlag(now)));
        }
        return changes;
    }
}
