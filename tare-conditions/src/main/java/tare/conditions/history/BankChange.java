package tare.conditions.history;

import java.util.List;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;

/// What is different between two banks, channel by channel; journals aside.
///
/// @param onlyBefore channels that the later bank lacks
/// @param onlyAfter channels that the earlier bank lacks
/// @param flags channels of both whose flag is another
/// @param lost channels that were usable and are not any more
/// @param recovered channels that were not usable and are now
/// @param fields of both layouts, with one number per channel
public record BankChange(
        long onlyBefore,
        long onlyAfter,
        long flags,
        long lost,
        long recovered,
        List<FieldChange> fields) {
    public BankChange {
        fields = List.copyOf(fields);
    }

    public static BankChange of(Bank before, Bank after) {
        long onlyAfter = 0;
        long flags = 0;
        long lost = 0;
        long recovered = 0;
        for (int i = 0; i < after.size(); i++) {
            int j = before.index(after.ids().intAt(i));
            if (j < 0) {
                onlyAfter++;
                continue;
            }
            if (before.flags().intAt(j) != after.flags().intAt(i)) flags++;
            boolean was = FieldChange.isUsable(before, j);
            boolean is = FieldChange.isUsable(after, i);
            if (was && !is) lost++;
            if (!was && is) recovered++;
        }
        long onlyBefore =
                IntStream.range(0, before.size())
                        .filter(j -> after.index(before.ids().intAt(j)) < 0)
                        .count();
        List<FieldChange> fields =
                common(before, after).stream()
                        .map(field -> FieldChange.of(field, before, after))
                        .toList();
        return new BankChange(onlyBefore, onlyAfter, flags, lost, recovered, fields);
    }

    private static List<FieldDefinition> common(Bank before, Bank after) {
        return after.layout().fields().stream()
                .filter(field -> !field.isArray())
                .filter(before.layout().fields()::contains)
                .toList();
    }
}
