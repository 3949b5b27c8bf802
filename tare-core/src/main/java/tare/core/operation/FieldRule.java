package tare.core.operation;

import java.util.function.DoubleUnaryOperator;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.core.result.Result;

/// A function on one field and nothing else.
final class FieldRule {
    private static final int MOST_DIGITS = 15;

    /// Above this a `double` has no digits after the point.
    private static final double WHOLE = 0x1p52;

    private FieldRule() {}

    static Result<Bank> apply(Bank bank, String name, DoubleUnaryOperator function) {
        int field = position(bank, name);
        if (!Quantity.isReal(bank.layout().fields().get(field))) {
            throw Refusal.badArgument("field %s holds whole numbers", name);
        }
        var draft = new Draft(bank, Headers.untested(bank));
        double[] x = bank.columns().get(field).toDoubleArray();
        for (int i = 0; i < x.length; i++) {
            draft.put(field, i, function.applyAsDouble(x[i]), Double.isFinite(x[i]));
        }
        return draft.result(bank);
    }

    /// @throws Refusal if the layout has no such field
    static int position(Bank bank, String name) {
        var names = bank.layout().fields().stream().map(FieldDefinition::name).toList();
        int field = names.indexOf(name);
        if (field < 0) {
            throw Refusal.badArgument(
                    "layout %s has no field '%s', only %s", bank.layout(), name, names);
        }
        return field;
    }

    static DoubleUnaryOperator rounding(int digits) {
        if (Math.abs(digits) > MOST_DIGITS) {
            throw Refusal.badArgument(
                    "digits must be -%d to %d, got %d", MOST_DIGITS, MOST_DIGITS, digits);
        }
        double power = Math.pow(10, Math.abs(digits));
        if (digits < 0) return x -> Math.rint(x / power) * power;
        return x -> Math.abs(x * power) < WHOLE ? Math.rint(x * power) / power : x;
    }
}
