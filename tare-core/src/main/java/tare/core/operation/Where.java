package tare.core.operation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.channel.ChannelFlag;
import tare.core.channel.ChannelMap;

/// Which channels of a bank, as a value that the journal can hold:
/// `all(flagged(0x1,0x1),not(above(mean,3.0)))`.
///
/// Fields must have one value per channel. NaN is neither above nor below anything.
public sealed interface Where {
    /// Channels whose flag has these bits under a mask.
    record Flagged(int mask, int bits) implements Where {}

    record Above(String field, double limit) implements Where {}

    record Below(String field, double limit) implements Where {}

    /// NaN or infinite.
    record NotFinite(String field) implements Where {}

    record Among(IdSet ids) implements Where {}

    record Not(Where where) implements Where {}

    record All(List<Where> of) implements Where {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Where> of) implements Where {
        public Any {
            of = List.copyOf(of);
        }
    }

    static Where isNormal() {
        return new Flagged(Integer.MAX_VALUE, ChannelFlag.NORMAL.bits());
    }

    /// Channels whose flag has at least one bit of a mask.
    static Where anyOf(int mask) {
        return not(new Flagged(mask, 0));
    }

    static Where above(String field, double limit) {
        return new Above(field, limit);
    }

    static Where below(String field, double limit) {
        return new Below(field, limit);
    }

    static Where notFinite(String field) {
        return new NotFinite(field);
    }

    static Where among(int... ids) {
        return new Among(IdSet.of(ids));
    }

    static Where among(ChannelMap map) {
        return new Among(IdSet.of(map));
    }

    static Where not(Where where) {
        return new Not(where);
    }

    static Where all(Where... wheres) {
        return new All(List.of(wheres));
    }

    static Where any(Where... wheres) {
        return new Any(List.of(wheres));
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException if it is something else
    static Where parse(String text) {
        return new WhereParser(text).whole();
    }

    /// As it stands in a journal.
    default String text() {
        return switch (this) {
            case Flagged(int mask, int bits) ->
                    "flagged(0x"
                            + Integer.toHexString(mask)
                            + ",0x"
                            + Integer.toHexString(bits)
                            + ")";
            case Above(String field, double limit) -> "above(" + field + "," + limit + ")";
            case Below(String field, double limit) -> "below(" + field + "," + limit + ")";
            case NotFinite(String field) -> "notFinite(" + field + ")";
            case Among(IdSet ids) -> "among(" + ids + ")";
            case Not(Where where) -> "not(" + where.text() + ")";
            case All(List<Where> of) -> "all(" + texts(of) + ")";
            case Any(List<Where> of) -> "any(" + texts(of) + ")";
        };
    }

    private static String texts(List<Where> wheres) {
        return wheres.stream().map(Where::text).collect(Collectors.joining(","));
    }

    /// Dense indexes of the matching channels, increasing.
    ///
    /// @throws IllegalArgumentException if the layout lacks a field or it is an array
    default int[] rows(Bank bank) {
        return IntStream.range(0, bank.size()).filter(matcher(bank)).toArray();
    }

    private IntPredicate matcher(Bank bank) {
        return switch (this) {
            case Flagged(int mask, int bits) -> row -> (bank.flags().intAt(row) & mask) == bits;
            case Above(String field, double limit) -> {
                Column values = column(bank, field);
                yield row -> values.value(row) > limit;
            }
            case Below(String field, double limit) -> {
                Column values = column(bank, field);
                yield row -> values.value(row) < limit;
            }
            case NotFinite(String field) -> {
                Column values = column(bank, field);
                yield row -> !Double.isFinite(values.value(row));
            }
            case Among(IdSet ids) -> row -> ids.contains(bank.ids().intAt(row));
            case Not(Where where) -> where.matcher(bank).negate();
            case All(List<Where> of) -> {
                IntPredicate[] each = matchers(of, bank);
                yield row -> Arrays.stream(each).allMatch(one -> one.test(row));
            }
            case Any(List<Where> of) -> {
                IntPredicate[] each = matchers(of, bank);
                yield row -> Arrays.stream(each).anyMatch(one -> one.test(row));
            }
        };
    }

    private static IntPredicate[] matchers(List<Where> wheres, Bank bank) {
        return wheres.stream().map(where -> where.matcher(bank)).toArray(IntPredicate[]::new);
    }

    private static Column column(Bank bank, String field) {
        int position = FieldRule.position(bank, field);
        if (bank.layout().fields().get(position).isArray()) {
            throw Refusal.badArgument("field %s is an array", field);
        }
        return bank.columns().get(position);
    }
}
