package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

/// A right bank with one thing changed is rejected for that one thing, by verification and by
/// validation, and no override helps.
class StructureMutationTest {
    private static final BankName NAME = new BankName(0, "crate1");
    private static final Division SYSTEM =
            new Division(
                    Samples.SCHEME,
                    List.of(
                            new Division.DefinedBank(
                                    NAME, List.of(IdBlock.of(1 << 20, new IdBlock.Step(3, 1))))));

    /// Everything that a bank is made of.
    private record Parts(
            BankLayout layout, FieldScheme scheme, int[] ids, FieldType second, Journal journal) {
        static Parts right() {
            int[] ids = {1 << 20, 1 << 20 | 1, 1 << 20 | 2};
            return new Parts(Samples.LAYOUT, Samples.SCHEME, ids, FieldType.I32, Samples.JOURNAL);
        }

        Bank bank() {
            Column second =
                    second() == FieldType.I32
                            ? Column.of(new int[ids.length])
                            : Column.of(new long[ids.length]);
            return Bank.of(
                    layout,
                    scheme,
                    Header.EMPTY,
                    Column.of(ids),
                    Column.of(new int[ids.length]),
                    List.of(Column.of(new float[ids.length]), second),
                    journal);
        }

        Parts with(int... otherIds) {
            return new Parts(layout, scheme, otherIds, second, journal);
        }

        Parts with(FieldScheme other) {
            return new Parts(layout, other, ids, second, journal);
        }

        Parts with(Journal other) {
            return new Parts(layout, scheme, ids, second, other);
        }

        Parts withLayout(String name, int version, FieldDefinition a, FieldDefinition b) {
            var other = new BankLayout(name, version, List.of(a, b));
            return new Parts(other, scheme, ids, b.type(), journal);
        }
    }

    private static final FieldDefinition PEDESTAL = Samples.LAYOUT.fields().get(0);
    private static final FieldDefinition ENTRIES = Samples.LAYOUT.fields().get(1);

    private static Arguments mutation(String what, Function<Parts, Parts> change, String reason) {
        return Arguments.of(what, change.apply(Parts.right()).bank(), reason);
    }

    static List<Arguments> mutations() {
        int id = 1 << 20;
        return List.of(
                mutation("missing id", p -> p.with(id, id | 2), "1 missing channels"),
                mutation("extra id", p -> p.with(id, id | 1, id | 2, id | 3), "1 foreign channels"),
                mutation("other id", p -> p.with(id, id | 1, id | 9), "1 foreign channels"),
                mutation("no id", Parts::with, "3 missing channels"),
                mutation(
                        "name of the layout",
                        p -> p.withLayout("noise", 1, PEDESTAL, ENTRIES),
                        "layout is noise/1"),
                mutation(
                        "version of the layout",
                        p -> p.withLayout("pedestal", 2, PEDESTAL, ENTRIES),
                        "layout is pedestal/2"),
                mutation(
                        "unit",
                        p ->
                                p.withLayout(
                                        "pedestal",
                                        1,
                                        new FieldDefinition("pedestal", "e", FieldType.F32),
                                        ENTRIES),
                        "unit=e"),
                mutation(
                        "name of a field",
                        p ->
                                p.withLayout(
                                        "pedestal",
                                        1,
                                        new FieldDefinition("noise", "ADC", FieldType.F32),
                                        ENTRIES),
                        "name=noise"),
                mutation(
                        "type of a field",
                        p ->
                                p.withLayout(
                                        "pedestal",
                                        1,
                                        PEDESTAL,
                                        new FieldDefinition("entries", "1", FieldType.I64)),
                        "type=I64"),
                mutation(
                        "name of the scheme",
                        p -> p.with(new FieldScheme("other", Samples.SCHEME.fields())),
                        "ids are of scheme"),
                mutation(
                        "width of an id field",
                        p ->
                                p.with(
                                        FieldScheme.of(
                                                "test",
                                                new BitField("crate", 9),
                                                new BitField("channel", 20))),
                        "ids are of scheme"),
                mutation("no journal", p -> p.with(Journal.EMPTY), "no journal"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void eachMutationIsFoundAndNeverOverridden(String what, Bank bank, String reason) {
        var gate = new Gatekeeper(Samples.type(), Optional.of(SYSTEM), Rules.NONE);
        assertThat(gate.judge(NAME, Parts.right().bank(), null))
                .isInstanceOf(Verdict.Accepted.class);

        Validated validated = gate.validate(NAME, bank, Evidence.NONE);

        assertThat(validated.verdict().toString()).as(what).contains("structure").contains(reason);
        assertThat(gate.verify(NAME, bank, Evidence.NONE)).isEqualTo(validated.verdict());
        assertThat(validated.overridden(new OverrideRequest("please", "ada"))).isSameAs(validated);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aBankOfAnotherNameIsFound(BankName name, String reason) {
        var gate = new Gatekeeper(Samples.type(), Optional.of(SYSTEM), Rules.NONE);

        assertThat(gate.judge(name, Parts.right().bank(), null).toString()).contains(reason);
    }

    static List<Arguments> names() {
        return Map.of(
                        new BankName(0, "other"), "the detector calls it crate1",
                        new BankName(1, "crate1"), "the detector has no bank 1")
                .entrySet()
                .stream()
                .map(one -> Arguments.of(one.getKey(), one.getValue()))
                .toList();
    }
}
