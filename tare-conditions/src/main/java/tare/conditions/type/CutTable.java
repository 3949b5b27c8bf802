package tare.conditions.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The cuts of one test, and how many channels of a bank may fail any of them.
///
/// @param limit of every bank that has none of its own
/// @param limitsOfBanks by bank number
public record CutTable(
        List<Cut> cuts, FailureLimit limit, SortedMap<Integer, FailureLimit> limitsOfBanks) {
    public CutTable {
        cuts = List.copyOf(cuts);
        limitsOfBanks = Collections.unmodifiableSortedMap(new TreeMap<>(limitsOfBanks));
        List<Integer> bits = cuts.stream().map(Cut::publicBit).filter(b -> b >= 0).toList();
        if (bits.stream().distinct().count() < bits.size()) {
            throw new IllegalArgumentException("two cuts have the same public bit: " + bits);
        }
    }

    /// Checks that leave channels' flags alone.
    public static CutTable of(List<? extends Check> checks, FailureLimit limit) {
        return new CutTable(
                checks.stream().map(check -> new Cut(check, Cut.NO_BIT)).toList(),
                limit,
                new TreeMap<>());
    }

    /// The first check of channels has public bit 0, the next bit 1, and so on.
    public static CutTable marking(List<? extends Check> checks, FailureLimit limit) {
        var cuts = new ArrayList<Cut>();
        int bit = 0;
        for (Check check : checks) {
            cuts.add(new Cut(check, check instanceof Check.BadChannels ? Cut.NO_BIT : bit++));
        }
        return new CutTable(cuts, limit, new TreeMap<>());
    }

    /// With another limit for one bank.
    public CutTable withLimit(int bank, FailureLimit own) {
        var all = new TreeMap<>(limitsOfBanks);
        all.put(bank, own);
        return new CutTable(cuts, limit, all);
    }

    /// With some of the cuts only.
    CutTable only(Predicate<Check> wanted) {
        var some = cuts.stream().filter(cut -> wanted.test(cut.check())).toList();
        return new CutTable(some, limit, limitsOfBanks);
    }

    public FailureLimit limit(int bank) {
        return limitsOfBanks.getOrDefault(bank, limit);
    }

    public List<Check> checks() {
        return cuts.stream().map(Cut::check).toList();
    }

    /// All public bits that cuts of this table set.
    int publicMask() {
        return cuts.stream().mapToInt(Cut::mask).reduce(0, (a, b) -> a | b);
    }

    boolean needsReference() {
        return cuts.stream()
                .anyMatch(
                        cut ->
                                cut.check() instanceof Check.Comparison
                                        || cut.check() instanceof Check.Plugin);
    }
}
