package tare.conditions.type;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldType;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;

/// Applies a type's checks to one bank.
final class ContentTest {
    private static final int EXAMPLES = 10;

    private final CalibrationType type;
    private final Bank bank;
    private final @Nullable Bank reference;
    private final BitSet bad;
    private final BitSet unassessed;
    private final BitSet failing = new BitSet();
    private final List<Failure.Content> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ContentTest(CalibrationType type, Bank bank, @Nullable Bank reference) {
        this.type = type;
        this.bank = bank;
        this.reference = reference;
        bad = channels(Quality.BAD);
        unassessed = channels(Quality.NOT_ASSESSED);
        if (assessed() == 0) warnings.add("no channel was assessed: nothing was checked");
        if (reference != null) warnOfLosses(reference);
    }

    /// A scan of a part takes the place of a full one as a whole.
    private void warnOfLosses(Bank before) {
        long lost =
                unassessed.stream()
                        .filter(i -> at(before, i) >= 0 && isComparable(before, at(before, i)))
                        .count();
        if (lost == 0) return;
        warnings.add(
                String.format(
                        Locale.ROOT,
                        "channels that had constants until now and were not assessed this time: %,d",
                        lost));
    }

    private BitSet channels(Quality quality) {
        var channels = new BitSet(bank.size());
        IntStream.range(0, bank.size())
                .filter(i -> quality(bank, i) == quality)
                .forEach(channels::set);
        return channels;
    }

    /// How many channels the limits are shares of.
    private int assessed() {
        return bank.size() - unassessed.cardinality();
    }

    /// @param bank whose structure is right
    static Verdict verdict(
            CalibrationType type, BankName name, Bank bank, @Nullable Bank reference) {
        var test = new ContentTest(type, bank, reference);
        type.checks().forEach(test::apply);
        return test.verdict(name);
    }

    private Verdict verdict(BankName name) {
        var reasons = new ArrayList<Failure>();
        boolean tooMany = !type.limit().allows(failing.cardinality(), assessed());
        for (Failure.Content failure : failures) {
            boolean ofBank = failure.check() instanceof Check.BadChannels;
            if (ofBank || tooMany) reasons.add(failure);
            else warnings.add(failure.brief());
        }
        return reasons.isEmpty()
                ? new Verdict.Accepted(name, warnings)
                : new Verdict.Rejected(name, reasons);
    }

    private void apply(Check check) {
        switch (check) {
            case Check.Range range -> applyRange(range);
            case Check.Difference difference -> applyDifference(difference);
            case Check.FlagRequired required -> applyFlag(required);
            case Check.BadChannels few -> applyBad(few);
        }
    }

    private void applyRange(Check.Range range) {
        Column values = bank.column(range.field());
        count(
                range,
                i -> range.min() <= values.value(i) && values.value(i) <= range.max(),
                i -> example(i, text(values, i), range.min() + " to " + range.max()));
    }

    private void applyDifference(Check.Difference check) {
        Bank before = reference;
        if (before == null) {
            warnings.add("no reference yet: not checked that " + check);
            return;
        }
        boolean comparable =
                before.layout().fields().stream().anyMatch(f -> f.name().equals(check.field()));
        if (!comparable) {
            warnings.add("the reference has no such field: not checked that " + check);
            return;
        }
        Column values = bank.column(check.field());
        Column references = before.column(check.field());
        count(
                check,
                i -> {
                    int j = at(before, i);
                    if (j < 0 || !isComparable(before, j)) return true;
                    return Math.abs(values.value(i) - references.value(j)) <= check.maxAbsolute();
                },
                i -> {
                    String expected = text(references, at(before, i));
                    return example(i, text(values, i), expected + " ± " + check.maxAbsolute());
                });
    }

    /// Index in another bank of a channel of this one, or -1; mostly it stands at the same place.
    private int at(Bank before, int i) {
        int id = bank.ids().intAt(i);
        return i < before.size() && before.ids().intAt(i) == id ? i : before.index(id);
    }

    private void applyFlag(Check.FlagRequired required) {
        count(
                required,
                i -> (bank.flags().intAt(i) & required.mask()) == required.bits(),
                i ->
                        example(
                                i,
                                new ChannelFlag(bank.flags().intAt(i)).toString(),
                                required.toString()));
    }

    private void applyBad(Check.BadChannels few) {
        int count = bad.cardinality();
        if (few.limit().allows(count, assessed())) return;
        List<Failure.Example> examples =
                bad.stream().limit(EXAMPLES).mapToObj(i -> example(i, "bad", "not bad")).toList();
        failures.add(new Failure.Content(few, count, assessed(), few.limit(), examples));
    }

    private void count(Check check, IntPredicate passes, IntFunction<Failure.Example> example) {
        int count = 0;
        var examples = new ArrayList<Failure.Example>();
        for (int i = 0; i < bank.size(); i++) {
            if (bad.get(i) || unassessed.get(i) || passes.test(i)) continue;
            failing.set(i);
            if (count++ < EXAMPLES) examples.add(example.apply(i));
        }
        if (count > 0) {
            failures.add(new Failure.Content(check, count, assessed(), type.limit(), examples));
        }
    }

    private Failure.Example example(int i, String value, String expected) {
        int id = bank.ids().intAt(i);
        return new Failure.Example(id, bank.idScheme().format(id), value, expected);
    }

    /// A value with the digits that its column has.
    private static String text(Column column, int i) {
        double value = column.value(i);
        return column.type() == FieldType.F32
                ? Float.toString((float) value)
                : Double.toString(value);
    }

    /// Whether a channel of the reference has constants to hold others against.
    private static boolean isComparable(Bank bank, int i) {
        return switch (quality(bank, i)) {
            case GOOD, SUSPECT -> true;
            case BAD, NOT_ASSESSED -> false;
        };
    }

    private static Quality quality(Bank bank, int i) {
        return new ChannelFlag(bank.flags().intAt(i)).quality();
    }
}
