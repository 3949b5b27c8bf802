package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.result.Result;

/// What two banks have in common: a report, not a bank.
///
/// @param equal common channels whose values are all within the tolerance
/// @param missing ids that only the second bank has
/// @param extra ids that only the first bank has
/// @param otherFlags common channels whose flags differ
/// @param fields one report per field
public record Comparison(
        int equal, List<Integer> missing, List<Integer> extra, int otherFlags, List<Field> fields) {
    public Comparison {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        fields = List.copyOf(fields);
    }

    /// @param different common channels with a value beyond the tolerance
    /// @param largest largest |a − b| where both are finite
    /// @param largestAt its channel id, -1 if no difference is finite
    public record Field(String name, int different, double largest, int largestAt) {}

    /// Whether the same channels have the same flags and values within the tolerance.
    public boolean isEqual() {
        return missing.isEmpty()
                && extra.isEmpty()
                && otherFlags == 0
                && fields.stream().allMatch(field -> field.different() == 0);
    }

    /// Compares two banks of equal layout and id scheme; channels may differ.
    public static Result<Comparison> of(Bank a, Bank b, Tolerance tolerance) {
        try {
            if (!a.layout().equals(b.layout())) Operands.requireSameKind(a, b);
            int[] common = Rows.alsoIn(a, b);
            return Result.of(new Comparing(a, b, tolerance, common).report());
        } catch (Refusal refusal) {
            return refusal.asResult();
        }
    }

    private static List<Integer> only(Bank bank, Bank other) {
        var ids = new ArrayList<Integer>();
        for (int row : Rows.not(Rows.alsoIn(bank, other), bank.size())) {
            ids.add(bank.ids().intAt(row));
        }
        return ids;
    }

    /// The work, field by field.
    private record Comparing(Bank a, Bank b, Tolerance tolerance, int[] common) {
        Comparison report() {
            boolean[] differs = new boolean[common.length];
            var fields = new ArrayList<Field>();
            for (int f = 0; f < a.columns().size(); f++) fields.add(field(f, differs));
            int equal = 0;
            int otherFlags = 0;
            for (int i = 0; i < common.length; i++) {
                if (!differs[i]) equal++;
                if (a.flags().intAt(common[i]) != b.flags().intAt(other(i))) otherFlags++;
            }
            return new Comparison(equal, only(b, a), only(a, b), otherFlags, fields);
        }

        private int other(int i) {
            return b.index(a.ids().intAt(common[i]));
        }

        private Field field(int f, boolean[] differs) {
            FieldDefinition definition = a.layout().fields().get(f);
            int different = 0;
            double largest = 0;
            int largestAt = -1;
            for (int i = 0; i < common.length; i++) {
                boolean isWithin = true;
                for (int k = 0; k < definition.length(); k++) {
                    double x = value(a.columns().get(f), common[i], definition.length(), k);
                    double y = value(b.columns().get(f), other(i), definition.length(), k);
                    isWithin &= tolerance.isMet(x, y);
                    double distance = Math.abs(x - y);
                    if (Double.isFinite(distance) && distance > largest) {
                        largest = distance;
                        largestAt = a.ids().intAt(common[i]);
                    }
                }
                if (isWithin) continue;
                different++;
                differs[i] = true;
            }
            return new Field(definition.name(), different, largest, largestAt);
        }

        private static double value(Column column, int row, int length, int k) {
            return column.value(row * length + k);
        }
    }
}
