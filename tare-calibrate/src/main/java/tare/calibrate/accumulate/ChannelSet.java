package tare.calibrate.accumulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.channel.ChannelMap;
import tare.core.channel.FieldScheme;

/// Who the channels behind dense indexes are.
///
/// @param ids strictly increasing, as a bank demands
public record ChannelSet(FieldScheme idScheme, Column ids) {
    private static final int NAMED = 5;

    /// All channels of a map.
    public static ChannelSet of(ChannelMap map) {
        int[] ids = IntStream.range(0, map.size()).map(i -> map.id(i).packed()).toArray();
        return new ChannelSet(map.idScheme(), Column.of(ids));
    }

    /// The channels of a bank.
    public static ChannelSet of(Bank bank) {
        return new ChannelSet(bank.idScheme(), bank.ids());
    }

    public int size() {
        return ids.size();
    }

    /// What sets this apart from another set, with the first ids that only one of them has; empty
    /// if nothing does.
    public Optional<String> differenceFrom(ChannelSet other) {
        if (!idScheme.equals(other.idScheme)) {
            return Optional.of(
                    "ids are of " + idScheme.name() + " here and of " + other.idScheme.name());
        }
        if (ids.hasSameBits(other.ids)) return Optional.empty();
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "%d channels here and %d there; only here: %s; only there: %s",
                        size(),
                        other.size(),
                        onlyIn(this, other),
                        onlyIn(other, this)));
    }

    private static String onlyIn(ChannelSet one, ChannelSet other) {
        List<String> names = new ArrayList<>();
        int there = 0;
        for (int i = 0; i < one.size() && names.size() <= NAMED; i++) {
            int id = one.ids.intAt(i);
            while (there < other.size() && other.ids.intAt(there) < id) there++;
            boolean isThere = there < other.size() && other.ids.intAt(there) == id;
            if (!isThere) names.add(names.size() < NAMED ? one.idScheme.format(id) : "…");
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
