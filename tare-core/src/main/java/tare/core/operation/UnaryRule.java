package tare.core.operation;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import tare.core.bank.Bank;
import tare.core.result.Result;

/// A function of one value with its derivative, by which errors propagate.
record UnaryRule(DoubleUnaryOperator value, DoubleUnaryOperator slope, UnaryOperator<String> unit) {
    static final UnaryRule ABSOLUTE = new UnaryRule(Math::abs, x -> 1, unit -> unit);
    static final UnaryRule INVERSE =
            new UnaryRule(x -> 1 / x, x -> 1 / (x * x), unit -> Units.quotient("1", unit));

    static UnaryRule scale(double factor) {
        requireFinite("factor", factor);
        return new UnaryRule(x -> x * factor, x -> factor, unit -> unit);
    }

    static UnaryRule offset(double amount) {
        requireFinite("amount", amount);
        return new UnaryRule(x -> x + amount, x -> 1, unit -> unit);
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw Refusal.badArgument("the %s must be a finite number, got %s", what, value);
        }
    }

    Result<Bank> on(Bank bank) {
        var quantities = Quantity.of(bank);
        var draft = new Draft(bank, Headers.untested(bank));
        draft.builder().layout(Units.changed(bank.layout(), quantities, unit));
        for (Quantity quantity : quantities) {
            double[] x = quantity.values(bank);
            for (int i = 0; i < x.length; i++) {
                draft.put(quantity.value(), i, value.applyAsDouble(x[i]), Double.isFinite(x[i]));
            }
            if (quantity.hasSpread()) spread(bank, quantity, x, draft);
        }
        return draft.result(bank);
    }

    private void spread(Bank bank, Quantity quantity, double[] x, Draft draft) {
        double[] spread = bank.columns().get(quantity.spread()).toDoubleArray();
        for (int i = 0; i < x.length; i++) {
            double slopeHere = Math.abs(slope.applyAsDouble(x[i]));
            draft.putSpread(quantity.spread(), i, slopeHere * spread[i]);
        }
    }
}
