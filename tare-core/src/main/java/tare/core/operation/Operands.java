package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tare.core.bank.Bank;
import tare.core.bank.Layouts;

/// Do two banks go together?
final class Operands {
    private static final int SHOWN = 5;

    private Operands() {}

    /// @throws Refusal with all differences unless shape, scheme and ids are equal
    static void requireAlike(Bank a, Bank b) {
        var differences = new ArrayList<String>();
        if (!a.layout().hasSameShapeAs(b.layout())) {
            differences.add("layout " + a.layout().fields() + " and " + b.layout().fields());
        }
        addScheme(a, b, differences);
        if (differences.isEmpty() && !a.ids().hasSameBits(b.ids())) {
            differences.add(onlyIn(a, b, "the first"));
            differences.add(onlyIn(b, a, "the second"));
        }
        refuse(differences);
    }

    /// @throws Refusal with all differences unless layouts with units, schemes and ids are equal
    static void requireSameUnits(Bank a, Bank b) {
        requireAlike(a, b);
        if (!a.layout().equals(b.layout())) {
            throw Refusal.wrongStructure(
                    "the units differ: %s and %s", a.layout().fields(), b.layout().fields());
        }
    }

    /// @throws Refusal unless layouts with units and schemes are equal; ids may differ
    static void requireSameKind(Bank a, Bank b) {
        var differences = new ArrayList<String>();
        if (!a.layout().equals(b.layout())) {
            differences.add("layout " + a.layout().fields() + " and " + b.layout().fields());
        }
        addScheme(a, b, differences);
        if (Layouts.isMs(a.layout()) && a.header().pulses() != b.header().pulses()) {
            differences.add(
                    String.format(
                            Locale.ROOT,
                            "pulses %d and %d: convert both to msn/1 first",
                            a.header().pulses(),
                            b.header().pulses()));
        }
        refuse(differences);
    }

    /// @throws Refusal unless channel ids mean the same in both
    static void requireSameScheme(Bank a, Bank b) {
        var differences = new ArrayList<String>();
        addScheme(a, b, differences);
        refuse(differences);
    }

    private static void addScheme(Bank a, Bank b, List<String> differences) {
        if (!a.idScheme().equals(b.idScheme())) {
            differences.add("id scheme " + a.idScheme() + " and " + b.idScheme());
        }
    }

    private static String onlyIn(Bank a, Bank b, String which) {
        int[] rows = Rows.not(Rows.alsoIn(a, b), a.size());
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < Math.min(rows.length, SHOWN); i++) ids.add(a.ids().intAt(rows[i]));
        return String.format(
                Locale.ROOT, "%d channels only in %s, beginning with %s", rows.length, which, ids);
    }

    private static void refuse(List<String> differences) {
        if (!differences.isEmpty()) {
            throw Refusal.wrongStructure("the banks do not go together", differences);
        }
    }
}
