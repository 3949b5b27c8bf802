package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;
import static tare.core.operation.Samples.example;
import static tare.core.operation.Samples.map;
import static tare.core.operation.Samples.ms;
import static tare.core.operation.Samples.msn;
import static tare.core.operation.Samples.random;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Layouts;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Provenance;
import tare.core.journal.Journal;
import tare.core.operation.Selection.Exclude;
import tare.core.operation.Selection.FillMissing;
import tare.core.operation.Selection.Head;
import tare.core.operation.Selection.Intersect;
import tare.core.operation.Selection.Minus;
import tare.core.operation.Selection.Overlap;
import tare.core.operation.Selection.Select;
import tare.core.operation.Selection.Tail;
import tare.core.operation.Selection.Union;
import tare.core.result.ErrorCode;

class SelectionTest {
    private static int[] ids(Bank bank) {
        return bank.ids().toIntArray();
    }

    private static boolean isPartial(Bank bank) {
        return bank.header().state().has(HeaderFlag.PARTIAL);
    }

    private static Bank status(int... ids) {
        return BankBuilder.of(Layouts.STATUS, Samples.SCHEME, ids).freeze(Journal.EMPTY);
    }

    @Test
    void keepsValuesAndFlagsOfWhatIsSelected() {
        Bank bank =
                Samples.with(
                        msn(
                                new int[] {2, 5, 9},
                                new float[] {1, 2, 3},
                                new float[] {4, 5, 6},
                                new int[] {7, 8, 9}),
                        0,
                        1,
                        2);
        Bank selected = done(bank, new Select(Where.above("mean", 1.5)));
        assertThat(ids(selected)).containsExactly(5, 9);
        assertThat(selected.flags().toIntArray()).containsExactly(1, 2);
        assertThat(selected.column("rms").toFloatArray()).containsExactly(5, 6);
        assertThat(selected.column("n").toIntArray()).containsExactly(8, 9);
        assertThat(isPartial(selected)).isTrue();
    }

    @Test
    void selectingAndExcludingDivideTheChannels() {
        Bank bank = random(1);
        Where where = Where.anyOf(ChannelFlag.PUBLIC_MASK);
        Bank selected = done(bank, new Select(where));
        Bank excluded = done(bank, new Exclude(where));
        assertThat(selected.size()).isPositive().isLessThan(bank.size());
        Bank again = done(selected, new Union(excluded, Overlap.ERROR));
        assertThat(again.differences(bank)).containsExactly("header");
    }

    @Test
    void aSelectionOfAllIsNotPartial() {
        assertThat(isPartial(done(random(1), new Select(Where.among(map()))))).isFalse();
    }

    @Test
    void headAndTailTakeTheEnds() {
        Bank bank = random(1, 1, 2, 3, 4);
        assertThat(ids(done(bank, new Head(3)))).containsExactly(1, 2, 3);
        assertThat(ids(done(bank, new Tail(3)))).containsExactly(2, 3, 4);
        assertThat(ids(done(bank, new Head(9)))).containsExactly(1, 2, 3, 4);
        assertThat(ids(done(bank, new Tail(9)))).containsExactly(1, 2, 3, 4);
        assertThat(ids(done(bank, new Head(0)))).isEmpty();
        assertThat(ids(done(bank, new Tail(0)))).isEmpty();
        for (Operation operation : List.of(new Head(-1), new Tail(-1))) {
            assertThat(OPERATOR.apply(bank, operation).code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
        }
    }

    @Test
    void intersectionAndDifferenceTakeIdsOfAnyLayout() {
        Bank bank = random(1, 1, 2, 3, 4);
        Bank both = done(bank, new Intersect(status(2, 4, 6)));
        Bank rest = done(bank, new Minus(status(2, 4, 6)));
        assertThat(ids(both)).containsExactly(2, 4);
        assertThat(ids(rest)).containsExactly(1, 3);
        assertThat(both.column("mean").floatAt(1)).isEqualTo(bank.column("mean").floatAt(3));
    }

    @Test
    void aUnionOfDifferentChannelsDoesNotDependOnTheOrder() {
        Bank a = random(1, 1, 3, 5);
        Bank b = random(2, 2, 4);
        Bank ab = done(a, new Union(b, Overlap.ERROR));
        Bank ba = done(b, new Union(a, Overlap.ERROR));
        assertThat(ids(ab)).containsExactly(1, 2, 3, 4, 5);
        assertThat(ab.differences(ba)).isEmpty();
        assertThat(ab.identity()).isEqualTo(ba.identity());
    }

    @Test
    void commonChannelsAreAConflictUnlessAPolicySaysWhatTheyGet() {
        Bank a = msn(new int[] {1, 2}, new float[] {1, 2}, new float[2], new int[] {1, 1});
        Bank b = msn(new int[] {2, 3}, new float[] {4, 3}, new float[2], new int[] {3, 3});
        assertThat(OPERATOR.apply(a, new Union(b, Overlap.ERROR)).code())
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(means(a, b, Overlap.LEFT)).containsExactly(1, 2, 3);
        assertThat(means(a, b, Overlap.RIGHT)).containsExactly(1, 4, 3);
        assertThat(means(a, b, Overlap.POOL)).containsExactly(1, 3.5f, 3);
    }

    private static float[] means(Bank a, Bank b, Overlap policy) {
        return done(a, new Union(b, policy)).column("mean").toFloatArray();
    }

    @Test
    void theFlagOfACommonChannelIsTheWorseOneUnderEachPolicy() {
        Bank a = Samples.with(random(1, 2), 1);
        Bank b = Samples.with(random(2, 2), 2);
        for (Overlap policy : List.of(Overlap.LEFT, Overlap.RIGHT, Overlap.POOL)) {
            assertThat(done(a, new Union(b, policy)).flags().intAt(0)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUnionWithNothingIsTheSameChannels(Overlap policy) {
        Bank bank = random(3);
        Bank none = done(bank, new Head(0));
        assertThat(done(bank, new Union(none, policy)).differences(bank)).containsExactly("header");
        assertThat(done(none, new Union(bank, policy)).differences(bank)).containsExactly("header");
    }

    @Test
    void banksOfOneCommonCountNeedTheSameCount() {
        Bank a = ms(10, new float[] {1}, new float[] {1});
        Bank b = ms(20, new float[] {1}, new float[] {1});
        var result = OPERATOR.apply(a, new Union(b, Overlap.LEFT));
        assertThat(result.code()).isEqualTo(ErrorCode.WRONG_STRUCTURE);
        assertThat(result.toString()).contains("pulses 10 and 20");
    }

    @Test
    void missingChannelsAreFilledFromAnExample() {
        Bank some = done(random(4), new Select(Where.above("mean", 100)));
        Bank full = done(some, new FillMissing(map(), example(80, 1, 5)));
        assertThat(ids(full)).isEqualTo(map().ids());
        assertThat(isPartial(full)).isFalse();
        for (int i = 0; i < full.size(); i++) {
            int row = some.index(full.ids().intAt(i));
            float mean = full.column("mean").floatAt(i);
            assertThat(mean).isEqualTo(row < 0 ? 80 : some.column("mean").floatAt(row));
            Provenance provenance = new ChannelFlag(full.flags().intAt(i)).provenance();
            assertThat(provenance).isEqualTo(row < 0 ? Provenance.DEFAULT : Provenance.MEASURED);
        }
    }

    @Test
    void aChannelThatTheMapLacksIsRefused() {
        Bank foreign = random(1, 3, 4095);
        assertThat(OPERATOR.apply(foreign, new FillMissing(map(), example(1, 1, 1))).code())
                .isEqualTo(ErrorCode.WRONG_STRUCTURE);
        assertThat(map().ids()).doesNotContain(4095);
    }
}
