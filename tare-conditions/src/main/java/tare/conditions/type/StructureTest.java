package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.channel.FieldScheme;

/// Whether a bank is what it claims to be: layout, id scheme, channels, flags, journal.
final class StructureTest {
    private static final int EXAMPLES = 5;

    private final BankName name;
    private final Bank bank;
    private final List<String> differences = new ArrayList<>();

    private StructureTest(BankName name, Bank bank) {
        this.name = name;
        this.bank = bank;
    }

    /// All differences, empty if there are none.
    static List<String> differences(
            CalibrationType type, Optional<SystemDefinition> system, BankName name, Bank bank) {
        var test = new StructureTest(name, bank);
        test.compareLayout(type.layout());
        test.compareScheme(type.idScheme());
        test.examineJournal();
        system.ifPresent(test::compareChannels);
        return test.differences;
    }

    private void compareLayout(BankLayout wanted) {
        BankLayout layout = bank.layout();
        if (layout.equals(wanted)) return;
        if (!layout.toString().equals(wanted.toString())) {
            differences.add("layout is " + layout + ", the type wants " + wanted);
        }
        if (layout.fields().equals(wanted.fields())) return;
        int before = differences.size();
        for (FieldDefinition field : wanted.fields()) {
            if (!layout.fields().contains(field)) differences.add("no field " + field);
        }
        for (FieldDefinition field : layout.fields()) {
            if (!wanted.fields().contains(field)) differences.add("foreign field " + field);
        }
        if (differences.size() == before) {
            differences.add("fields in another order: " + layout.fields());
        }
    }

    private void compareScheme(FieldScheme wanted) {
        FieldScheme scheme = bank.idScheme();
        if (!scheme.equals(wanted)) {
            differences.add("ids are of scheme " + scheme + ", the type wants " + wanted);
        }
        if (bank.size() == 0) return;
        long highest = bank.ids().intAt(bank.size() - 1);
        if (highest >>> scheme.bits() != 0) {
            differences.add("id " + highest + " does not fit scheme " + scheme.name());
        }
    }

    private void examineJournal() {
        if (bank.journal().entries().isEmpty()) {
            differences.add("no journal: nobody could say where these constants come from");
        }
        OptionalInt broken = bank.journal().firstBroken();
        if (broken.isPresent()) {
            differences.add("journal entry " + broken.getAsInt() + " was altered or is missing");
        }
    }

    private void compareChannels(SystemDefinition system) {
        Optional<BankName> known = system.bank(name.number());
        if (known.isEmpty()) {
            differences.add("the detector has no bank " + name.number());
            return;
        }
        if (!known.get().equals(name)) {
            differences.add("the detector calls it " + known.get());
        }
        Column wanted = system.channelIds(name.number());
        if (wanted.hasSameBits(bank.ids())) return;
        addExcess("missing", wanted, bank.ids());
        addExcess("foreign", bank.ids(), wanted);
    }

    /// Adds what stands in the first of two sorted columns only.
    private void addExcess(String kind, Column ids, Column others) {
        int count = 0;
        var examples = new StringJoiner(", ");
        for (int i = 0, j = 0; i < ids.size(); i++) {
            int id = ids.intAt(i);
            while (j < others.size() && others.intAt(j) < id) j++;
            if (j < others.size() && others.intAt(j) == id) continue;
            if (count++ < EXAMPLES) examples.add(channel(id));
        }
        if (count > 0) differences.add(count + " " + kind + " channels, first: " + examples);
    }

    private String channel(int id) {
        return bank.idScheme().format(id);
    }
}
