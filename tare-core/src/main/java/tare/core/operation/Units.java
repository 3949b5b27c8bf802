package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;

/// Units of results, as text. `1` is neutral; nothing is simplified but `u/u`.
final class Units {
    private static final String NUMBER = "1";

    private Units() {}

    static String product(String a, String b) {
        if (a.equals(NUMBER)) return b;
        return b.equals(NUMBER) ? a : a + "*" + b;
    }

    static String quotient(String a, String b) {
        if (a.equals(b)) return NUMBER;
        if (b.equals(NUMBER)) return a;
        return a + "/" + (b.contains("/") || b.contains("*") ? "(" + b + ")" : b);
    }

    /// A layout whose values and their errors are in another unit.
    static BankLayout changed(
            BankLayout layout, List<Quantity> quantities, UnaryOperator<String> unit) {
        var fields = new ArrayList<>(layout.fields());
        for (Quantity quantity : quantities) {
            change(fields, quantity.value(), unit);
            if (quantity.hasSpread()) change(fields, quantity.spread(), unit);
        }
        return new BankLayout(layout.name(), layout.version(), fields);
    }

    private static void change(List<FieldDefinition> fields, int at, UnaryOperator<String> unit) {
        FieldDefinition field = fields.get(at);
        fields.set(at, field.in(unit.apply(field.unit())));
    }

    /// A layout whose values and their errors are in the unit of two operands' combination.
    static BankLayout combined(
            BankLayout a, BankLayout b, List<Quantity> quantities, Combination unit) {
        var fields = new ArrayList<>(a.fields());
        for (Quantity quantity : quantities) {
            combine(fields, b, quantity.value(), unit);
            if (quantity.hasSpread()) combine(fields, b, quantity.spread(), unit);
        }
        return new BankLayout(a.name(), a.version(), fields);
    }

    private static void combine(
            List<FieldDefinition> fields, BankLayout b, int at, Combination unit) {
        FieldDefinition field = fields.get(at);
        fields.set(at, field.in(unit.of(field.unit(), b.fields().get(at).unit())));
    }

    /// The unit of two operands' combination.
    @FunctionalInterface
    interface Combination {
        String of(String a, String b);
    }

    /// @throws Refusal if they differ
    static String same(String a, String b) {
        if (a.equals(b)) return a;
        throw Refusal.wrongStructure("values are in %s and %s: the units must be equal", a, b);
    }
}
