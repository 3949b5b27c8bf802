package tare.conditions.type;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Column;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Provenance;
import tare.core.operation.Indirection;

/// Judges candidates of one type. The store asks it before anything is stored, whoever submits.
///
/// Structure first; the content of a bank with another structure is not looked at.
///
/// @param system the detector's banks, if known: then a bank must have exactly its channels
/// @param rules that the type's plug-in checks may name
/// @param whenMissing what to do without a reference
public record Gatekeeper(
        CalibrationType type,
        Optional<SystemDefinition> system,
        Rules rules,
        Policy.MissingReference whenMissing) {
    /// By the type's own policy.
    public Gatekeeper(CalibrationType type, Optional<SystemDefinition> system, Rules rules) {
        this(type, system, rules, type.policy().missingReference());
    }

    /// Does what holds still agree with a candidate? Nothing is changed.
    public Verdict verify(BankName name, Bank candidate, Evidence evidence) {
        return structure(name, candidate)
                .map(Verdict.class::cast)
                .orElseGet(
                        () -> {
                            Gatekeeper own = layer(name);
                            return own.content(own.type.verification(), name, candidate, evidence)
                                    .verdict();
                        });
    }

    /// Is a candidate fit to replace what holds? Sets flags from the candidate's own data first,
    /// then takes values of failing channels from the reference if the type says so. Doing it twice
    /// changes nothing more.
    public Validated validate(BankName name, Bank candidate, Evidence evidence) {
        Optional<Verdict.Rejected> wrong = structure(name, candidate);
        if (wrong.isPresent()) return new Validated(candidate, wrong.get(), new BitSet());
        return layer(name).validateContent(name, candidate, evidence);
    }

    /// The gate of one layer of an indirect type; of an ordinary one, this.
    private Gatekeeper layer(BankName name) {
        if (!type.isIndirect()) return this;
        Optional<SystemDefinition> own = name.isDataLayer() ? Optional.empty() : system;
        return new Gatekeeper(type.layer(name), own, rules, whenMissing);
    }

    private Validated validateContent(BankName name, Bank candidate, Evidence evidence) {
        ContentTest test = content(type.validation(), name, candidate, evidence);
        Bank bank = type.marks() ? marked(candidate, test, evidence) : candidate;
        return new Validated(bank, test.verdict(), test.failing());
    }

    /// The verdict of [#validate].
    ///
    /// @param reference the bank valid before, null if there is none
    public Verdict judge(BankName name, Bank candidate, @Nullable Bank reference) {
        return validate(name, candidate, reference == null ? Evidence.NONE : Evidence.of(reference))
                .verdict();
    }

    private Optional<Verdict.Rejected> structure(BankName name, Bank candidate) {
        List<String> differences = new ArrayList<>(differences(name, candidate));
        for (CutTable table : List.of(type.validation(), type.verification())) {
            for (Check check : table.checks()) {
                if (check instanceof Check.Plugin plugin && rules.find(plugin).isEmpty()) {
                    differences.add(plugin + " is not installed here; add its jar to the program");
                }
            }
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Rejected(
                                name,
                                List.of(
                                        new Failure.Structure(
                                                differences.stream().distinct().toList()))));
    }

    private List<String> differences(BankName name, Bank candidate) {
        if (name.isDataLayer() && !type.isIndirect()) {
            return List.of("type " + type.name() + " has no data layer");
        }
        Gatekeeper own = layer(name);
        var found = StructureTest.differences(own.type, own.system, name, candidate);
        if (!found.isEmpty() || !type.isIndirect()) return found;
        return name.isDataLayer()
                ? Indirection.checkData(candidate)
                : Indirection.checkIndex(candidate);
    }

    private ContentTest content(CutTable table, BankName name, Bank candidate, Evidence evidence) {
        return new ContentTest(this, table, name, candidate, evidence);
    }

    private Bank marked(Bank candidate, ContentTest test, Evidence evidence) {
        BankBuilder builder = BankBuilder.of(candidate);
        int[] flags = test.flags();
        System.arraycopy(flags, 0, builder.flags(), 0, flags.length);
        if (type.policy().failingChannels() == Policy.FailingChannels.REPLACE) {
            evidence.reference()
                    .ifPresent(
                            before ->
                                    replace(
                                            builder,
                                            test.failing(),
                                            new ReferenceBank(before, candidate)));
        }
        if (test.verdict() instanceof Verdict.Accepted) {
            Header old = candidate.header();
            int flag = new HeaderFlag(old.flag()).with(HeaderFlag.VALIDATED).bits();
            builder.header(new Header(old.pulses(), flag, old.extra()));
        }
        return builder.freeze(candidate.journal());
    }

    /// Only constants of the same layout can take each other's place.
    private static void replace(BankBuilder builder, BitSet failing, ReferenceBank before) {
        if (!before.bank().layout().equals(builder.layout())) return;
        failing.stream()
                .filter(before::isComparable)
                .forEach(
                        i -> {
                            copy(builder, i, before.bank(), before.at(i));
                            builder.flags()[i] =
                                    new ChannelFlag(builder.flags()[i])
                                            .with(Provenance.FROM_REFERENCE)
                                            .bits();
                        });
    }

    private static void copy(BankBuilder builder, int i, Bank from, int j) {
        for (int field = 0; field < from.columns().size(); field++) {
            int length = from.layout().fields().get(field).length();
            Column column = from.columns().get(field);
            for (int k = 0; k < length; k++) {
                builder.set(field, i * length + k, column.value(j * length + k));
            }
        }
    }
}
