package tare.conditions.type;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;

/// Applies a type's cuts to one bank, whose structure is right, and leaves it as it is.
///
/// A channel that an earlier validation failed stays failed, by the bits that it left in the flag:
/// its values may have been replaced since.
final class ContentTest {
    private static final int EXAMPLES = 10;

    private final CalibrationType type;
    private final CutTable table;
    private final BankName name;
    private final Bank bank;
    private final @Nullable ReferenceBank reference;
    private final Policy.MissingReference whenMissing;
    private final Inspector inspector;
    private final BitSet bad = new BitSet();
    private final BitSet unassessed = new BitSet();
    private final BitSet failedBefore = new BitSet();
    private final BitSet skipped = new BitSet();
    private final BitSet failing = new BitSet();
    private final int[] publicBits;
    private final List<Failure> ofBank = new ArrayList<>();
    private final List<Failure.Content> ofChannels = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /// @param table one of the type's
    ContentTest(Gatekeeper gate, CutTable table, BankName name, Bank bank, Evidence evidence) {
        type = gate.type();
        whenMissing = gate.whenMissing();
        this.table = table;
        this.name = name;
        this.bank = bank;
        reference =
                evidence.reference().map(before -> new ReferenceBank(before, bank)).orElse(null);
        inspector = new Inspector(bank, reference, gate.rules());
        publicBits = new int[bank.size()];
        sort();
        evidence.status().ifPresent(this::skipBadIn);
        if (assessed() == 0) warnings.add("no channel was assessed: nothing was checked");
        if (reference != null) warnOfLosses(reference);
        table.cuts().forEach(this::apply);
    }

    /// Finds the channels that are not judged, and why.
    private void sort() {
        for (int i = 0; i < bank.size(); i++) {
            int flag = bank.flags().intAt(i);
            Quality quality = ReferenceBank.quality(bank, i);
            if (type.marks() && (flag & ChannelFlag.VALIDATE_FAILED) != 0) failedBefore.set(i);
            else if (quality == Quality.BAD && !type.flagging().callsBad(flag)) bad.set(i);
            if (quality == Quality.NOT_ASSESSED) unassessed.set(i);
            if (quality == Quality.BAD || quality == Quality.NOT_ASSESSED) skipped.set(i);
        }
        skipped.or(failedBefore);
    }

    private void skipBadIn(Bank status) {
        var known = new ReferenceBank(status, bank);
        for (int i = 0; i < bank.size(); i++) {
            int j = known.at(i);
            if (j >= 0 && ReferenceBank.quality(status, j) == Quality.BAD) skipped.set(i);
        }
    }

    /// A scan of a part takes the place of a full one as a whole.
    private void warnOfLosses(ReferenceBank before) {
        long lost = unassessed.stream().filter(before::isComparable).count();
        if (lost == 0) return;
        warnings.add(
                String.format(
                        Locale.ROOT,
                        "channels that had constants until now and were not assessed this time: %,d",
                        lost));
    }

    /// How many channels the limits are shares of.
    private int assessed() {
        return bank.size() - unassessed.cardinality();
    }

    private void apply(Cut cut) {
        switch (cut.check()) {
            case Check.BadChannels few -> applyBad(few);
            case Check.Comparison comparison -> {
                if (isComparable(comparison)) count(cut);
            }
            case Check check -> count(cut);
        }
    }

    private boolean isComparable(Check.Comparison check) {
        if (reference == null) {
            switch (whenMissing) {
                case WARN -> warnings.add("no reference yet: not checked that " + check);
                case FAIL -> ofBank.add(new Failure.NoReference(check));
            }
            return false;
        }
        List<String> missing = inspector.missingFields(check);
        if (missing.isEmpty()) return true;
        warnings.add(
                "the reference has no "
                        + String.join(", ", missing)
                        + ": not checked that "
                        + check);
        return false;
    }

    private void count(Cut cut) {
        Inspection inspection = inspector.inspection(cut.check());
        int count = 0;
        var examples = new ArrayList<Failure.Example>();
        for (int i = 0; i < bank.size(); i++) {
            if (hasPassed(cut, inspection, i)) continue;
            publicBits[i] |= cut.mask();
            if (!type.flagging().counts(cut)) continue;
            failing.set(i);
            if (count++ < EXAMPLES) examples.add(example(i, inspection));
        }
        if (count == 0) return;
        FailureLimit limit = table.limit(name.number());
        ofChannels.add(new Failure.Content(cut.check(), count, assessed(), limit, examples));
    }

    private boolean hasPassed(Cut cut, Inspection inspection, int i) {
        if (failedBefore.get(i)) return (bank.flags().intAt(i) & cut.mask()) == 0;
        return skipped.get(i) || inspection.passes().test(i);
    }

    private Failure.Example example(int i, Inspection inspection) {
        return failedBefore.get(i)
                ? example(i, "failed validation", "to pass")
                : example(i, inspection.value().apply(i), inspection.expected().apply(i));
    }

    private void applyBad(Check.BadChannels few) {
        int count = bad.cardinality();
        if (few.limit().allows(count, assessed())) return;
        List<Failure.Example> examples =
                bad.stream().limit(EXAMPLES).mapToObj(i -> example(i, "bad", "not bad")).toList();
        ofBank.add(new Failure.Content(few, count, assessed(), few.limit(), examples));
    }

    private Failure.Example example(int i, String value, String expected) {
        int id = bank.ids().intAt(i);
        return new Failure.Example(id, bank.idScheme().format(id), value, expected);
    }

    Verdict verdict() {
        var reasons = new ArrayList<>(ofBank);
        var remarks = new ArrayList<>(warnings);
        boolean tooMany = !table.limit(name.number()).allows(failing.cardinality(), assessed());
        if (tooMany) reasons.addAll(ofChannels);
        else ofChannels.forEach(failure -> remarks.add(failure.brief()));
        return reasons.isEmpty()
                ? new Verdict.Accepted(name, remarks)
                : new Verdict.Rejected(name, reasons);
    }

    /// The channels that count as failing.
    BitSet failing() {
        return (BitSet) failing.clone();
    }

    /// The flags of all channels after this test: public bits of the table's cuts, whether it
    /// failed, what the markings make of it. Channels that were not judged keep theirs.
    int[] flags() {
        int mask = table.publicMask();
        return IntStream.range(0, bank.size())
                .map(
                        i -> {
                            int old = bank.flags().intAt(i);
                            if (skipped.get(i)) return old;
                            int flag = old & ~(mask | ChannelFlag.VALIDATE_FAILED) | publicBits[i];
                            if (failing.get(i)) flag |= ChannelFlag.VALIDATE_FAILED;
                            return type.flagging().mark(flag);
                        })
                .toArray();
    }
}
