package tare.core.operation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.Bank;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.core.operation.EveryOperation.Case;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Each alteration leaves exactly one entry, and the entries are enough to do it all again.
class JournalOfOperationsTest {
    static List<Case> cases() {
        return EveryOperation.cases();
    }

    @Test
    void noOperationIsLeftOut() {
        assertThat(cases().stream().map(each -> each.operation().getClass()).collect(toSet()))
                .isEqualTo(OperationText.all().collect(toSet()));
    }

    /// Whoever adds a way to a new bank must sign it as these do.
    @Test
    void noOtherMethodOfThePackageGivesABank() {
        var types =
                Stream.of(
                        Operator.class,
                        Replay.class,
                        Indirection.class,
                        Comparison.class,
                        FieldStatistics.class,
                        Where.class,
                        IdSet.class,
                        Operation.class,
                        OperationText.class,
                        Inputs.class);
        Stream<Class<?>> all = Stream.concat(types, OperationText.all());
        assertThat(
                        all.flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .filter(JournalOfOperationsTest::givesANewBank)
                                .map(
                                        method ->
                                                method.getDeclaringClass().getSimpleName()
                                                        + "."
                                                        + method.getName()))
                .containsExactlyInAnyOrder("Operator.apply", "Replay.of", "Indirection.of");
    }

    /// Components of records are operands, not results.
    private static boolean givesANewBank(Method method) {
        Type type = method.getGenericReturnType();
        boolean isComponent =
                method.getDeclaringClass().isRecord()
                        && method.getParameterCount() == 0
                        && Arrays.stream(method.getDeclaringClass().getRecordComponents())
                                .anyMatch(component -> component.getAccessor().equals(method));
        boolean isBank =
                type.getTypeName().contains(Bank.class.getName())
                        || type.getTypeName().contains(Indirection.class.getName());
        boolean isQuestion = method.getReturnType() == Optional.class;
        return isBank && !isComponent && !isQuestion;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void addsExactlyOneEntryThatNamesItsOperands(Case each) {
        Bank result = Samples.done(each.bank(), each.operation());
        Journal journal = result.journal();
        assertThat(journal.continues(each.bank().journal())).isTrue();
        assertThat(journal.entries()).hasSize(each.bank().journal().entries().size() + 1);
        assertThat(journal.firstBroken()).isEmpty();
        JournalEntry entry = journal.entries().getLast();
        assertThat(entry.what()).isEqualTo(OperationText.name(each.operation()));
        assertThat(entry.author()).isEqualTo(Samples.ANNA);
        assertThat(entry.when()).isEqualTo(Samples.WHEN);
        assertThat(entry.why()).isEqualTo("a test");
        assertThat(entry.details())
                .containsEntry("operand", each.bank().identity().hex())
                .hasSize(1 + each.operation().getClass().getRecordComponents().length);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesItsOperandAlone(Case each) {
        var before = each.bank().identity();
        Samples.done(each.bank(), each.operation());
        assertThat(each.bank().identity()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replayedFromItsInputsTheJournalGivesTheSameBank(Case each) {
        Bank result = Samples.done(each.bank(), each.operation());
        Bank again = new Replay(EveryOperation.inputs()).of(result.journal()).orElseThrow();
        assertThat(again.differences(result)).isEmpty();
        assertThat(again.identity()).isEqualTo(result.identity());
        assertThat(again.journal()).isEqualTo(result.journal());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadBackFromItsEntryAsItWas(Case each) {
        var parameters = OperationText.parameters(each.operation());
        Operation read =
                OperationText.parse(
                        OperationText.name(each.operation()), parameters, EveryOperation.inputs());
        assertThat(OperationText.parameters(read)).isEqualTo(parameters);
        assertThat(read.getClass()).isEqualTo(each.operation().getClass());
    }

    @Test
    void aLongHistoryIsReplayedInOrder() {
        Bank bank = Samples.random(1);
        Bank other = Samples.random(2);
        Bank result =
                Samples.OPERATOR
                        .apply(bank, new Arithmetic.Subtract(other))
                        .then(b -> Samples.OPERATOR.apply(b, new Arithmetic.Scale(3)))
                        .then(
                                b ->
                                        new Operator(
                                                        new Author("ben", "night tare 2"),
                                                        InstantSource.fixed(
                                                                Samples.WHEN.plusSeconds(9)))
                                                .apply(b, new Selection.Head(5)))
                        .orElseThrow();
        Bank again = new Replay(Inputs.of(bank, other)).of(result.journal()).orElseThrow();
        assertThat(again.identity()).isEqualTo(result.identity());
        assertThat(again.journal().head()).isEqualTo(result.journal().head());
    }

    @Test
    void aMissingInputIsNamed() {
        Bank bank = Samples.random(1);
        Bank other = Samples.random(2);
        Bank result = Samples.done(bank, new Arithmetic.Subtract(other));
        Result<Bank> replayed = new Replay(Inputs.of(bank)).of(result.journal());
        assertThat(replayed.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(replayed.toString()).contains(other.identity().hex());
    }

    @Test
    void aJournalWithoutOperationsLeadsNowhere() {
        assertThat(new Replay(Inputs.of()).of(Samples.FITTED).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void aRefusedOperationGivesNoBank() {
        var result = Samples.OPERATOR.apply(Samples.random(1), new Selection.Head(-1));
        assertThat(result).isInstanceOf(Result.Failed.class);
    }
}
