package tare.conditions.type;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldType;
import tare.core.channel.ChannelFlag;

/// Makes checks ready to look at the channels of one bank.
final class Inspector {
    private final Bank bank;
    private final @Nullable ReferenceBank reference;
    private final Rules rules;

    Inspector(Bank bank, @Nullable ReferenceBank reference, Rules rules) {
        this.bank = bank;
        this.reference = reference;
        this.rules = rules;
    }

    /// Fields that a comparison needs and the reference has not.
    List<String> missingFields(Check.Comparison check) {
        ReferenceBank before = reference;
        if (before == null) return List.of();
        Stream<String> errors =
                check instanceof Check.Significance(_, Uncertainty error, _)
                        ? Fields.of(error)
                        : Stream.of();
        return Stream.concat(Stream.of(check.field()), errors)
                .filter(name -> !name.isEmpty() && !before.has(name))
                .toList();
    }

    /// @param check on channels; a comparison only if there is a reference with its fields
    Inspection inspection(Check check) {
        return switch (check) {
            case Check.Range range -> range(range);
            case Check.Comparison comparison -> comparison(comparison, required());
            case Check.MinimumEntries(String field, long least) -> entries(field, least);
            case Check.FitStatusIn(var allowed) ->
                    flag(check, flag -> allowed.contains(new ChannelFlag(flag).fitStatus()));
            case Check.FlagRequired(int mask, int bits) ->
                    flag(check, flag -> (flag & mask) == bits);
            case Check.Plugin plugin -> plugin(plugin);
            case Check.BadChannels _ -> throw new AssertionError("it is on the bank");
        };
    }

    private ReferenceBank required() {
        if (reference == null) throw new AssertionError("no reference");
        return reference;
    }

    private Inspection range(Check.Range range) {
        Column values = bank.column(range.field());
        return new Inspection(
                i -> range.min() <= values.value(i) && values.value(i) <= range.max(),
                i -> text(values, i),
                _ -> range.min() + " to " + range.max());
    }

    private Inspection comparison(Check.Comparison check, ReferenceBank before) {
        Column values = bank.column(check.field());
        Column references = before.column(check.field());
        IntToDoubleFunction allowed = allowed(check, before, references);
        return new Inspection(
                i -> {
                    if (!before.isComparable(i)) return true;
                    double difference = Math.abs(values.value(i) - references.value(before.at(i)));
                    return difference <= allowed.applyAsDouble(i);
                },
                i -> text(values, i),
                i -> text(references, before.at(i)) + " ± " + allowed.applyAsDouble(i));
    }

    /// The largest difference that passes, by the candidate's index.
    private IntToDoubleFunction allowed(
            Check.Comparison check, ReferenceBank before, Column references) {
        return switch (check) {
            case Check.Difference(_, double max) -> _ -> max;
            case Check.RelativeDifference(_, double max) ->
                    i -> max * Math.abs(references.value(before.at(i)));
            case Check.Significance(_, Uncertainty error, double max) -> {
                IntToDoubleFunction own = error(bank, error);
                IntToDoubleFunction other = error(before.bank(), error);
                yield i ->
                        max * Math.hypot(own.applyAsDouble(i), other.applyAsDouble(before.at(i)));
            }
        };
    }

    private static IntToDoubleFunction error(Bank bank, Uncertainty error) {
        return switch (error) {
            case Uncertainty.OfField(String field) -> bank.column(field)::value;
            case Uncertainty.OfMean(String rms, String entries) -> {
                Column spread = bank.column(rms);
                IntToDoubleFunction n = entries(bank, entries);
                yield i -> spread.value(i) / Math.sqrt(n.applyAsDouble(i));
            }
        };
    }

    private static IntToDoubleFunction entries(Bank bank, String field) {
        return field.isEmpty() ? _ -> bank.header().pulses() : bank.column(field)::value;
    }

    private Inspection entries(String field, long least) {
        IntToDoubleFunction n = entries(bank, field);
        return new Inspection(
                i -> n.applyAsDouble(i) >= least,
                i -> Double.toString(n.applyAsDouble(i)),
                _ -> "at least " + least);
    }

    private Inspection flag(Check check, IntPredicate passes) {
        return new Inspection(
                i -> passes.test(bank.flags().intAt(i)),
                i -> new ChannelFlag(bank.flags().intAt(i)).toString(),
                _ -> check.toString());
    }

    private Inspection plugin(Check.Plugin plugin) {
        Rule rule = rules.find(plugin).orElseThrow();
        var question =
                new Rule.Question(
                        bank,
                        Optional.ofNullable(reference).map(ReferenceBank::bank),
                        plugin.parameters());
        BitSet failing = rule.failing(question);
        return new Inspection(i -> !failing.get(i), _ -> "fails", _ -> plugin.toString());
    }

    /// A value with the digits that its column has.
    private static String text(Column column, int i) {
        double value = column.value(i);
        return column.type() == FieldType.F32
                ? Float.toString((float) value)
                : Double.toString(value);
    }
}
