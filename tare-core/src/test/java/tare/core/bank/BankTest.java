package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Author;
import tare.core.journal.Journal;

class BankTest {

    private static final FieldScheme SCHEME = FieldScheme.of("tube", new BitField("tube", 31));
    private static final BankLayout LAYOUT =
            new BankLayout(
                    "pedestal",
                    1,
                    List.of(
                            new FieldDefinition("mean", "ADC", FieldType.F32),
                            new FieldDefinition("samples", "1", FieldType.I64)));
    private static final Author ANNA = new Author("anna", "desk tare 0.1.0");
    private static final Journal ONE =
            Journal.EMPTY.append(Instant.EPOCH, ANNA, "fit", Map.of(), "");

    private static Bank bank(int... ids) {
        return bank(ids, new int[ids.length], new float[ids.length], new long[ids.length]);
    }

    private static Bank bank(int[] ids, int[] flags, float[] means, long[] samples) {
        return Bank.of(
                LAYOUT,
                SCHEME,
                Header.EMPTY,
                Column.of(ids),
                Column.of(flags),
                List.of(Column.of(means), Column.of(samples)),
                ONE);
    }

    private static Bank bank(Column ids, Column flags, Column... columns) {
        return Bank.of(LAYOUT, SCHEME, Header.EMPTY, ids, flags, List.of(columns), Journal.EMPTY);
    }

    @Test
    void givesBackItsParts() {
        var bank = bank(new int[] {2, 9}, new int[] {0, 5}, new float[] {1, 2}, new long[] {3, 4});
        assertThat(bank.size()).isEqualTo(2);
        assertThat(bank.ids().toIntArray()).containsExactly(2, 9);
        assertThat(bank.flags().intAt(1)).isEqualTo(5);
        assertThat(bank.column("mean").floatAt(1)).isEqualTo(2);
        assertThat(bank.column("samples")).isSameAs(bank.columns().get(1));
        assertThat(bank.layout()).isEqualTo(LAYOUT);
        assertThat(bank.idScheme()).isEqualTo(SCHEME);
        assertThat(bank.header()).isEqualTo(Header.EMPTY);
        assertThat(bank.journal()).isEqualTo(ONE);
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsEachIdAndNoOther(long seed) {
        var random = new Random(seed);
        int[] ids = random.ints(random.nextInt(200), 0, 400).distinct().sorted().toArray();
        var bank = bank(ids);
        for (int id = -2; id < 402; id++) {
            assertThat(bank.index(id)).isEqualTo(Math.max(-1, Arrays.binarySearch(ids, id)));
        }
    }

    @Test
    void findsTheExtremeIds() {
        var bank = bank(0, Integer.MAX_VALUE);
        assertThat(bank.index(0)).isZero();
        assertThat(bank.index(Integer.MAX_VALUE)).isEqualTo(1);
        assertThat(bank.index(Integer.MIN_VALUE)).isEqualTo(-1);
        assertThat(bank().index(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"5,3,1", "3,3,1", "-1,3,0"})
    void unsortedDoubleAndNegativeIdsAreRefusedWithTheirIndex(int first, int second, int index) {
        int wrong = index == 0 ? first : second;
        assertThatThrownBy(() -> bank(first, second, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strictly increasing")
                .hasMessageContaining(": " + wrong)
                .hasMessageEndingWith("at index " + index);
    }

    @Test
    void theIdBeforeIsNamedToo() {
        assertThatThrownBy(() -> bank(1, 2, 8, 7)).hasMessageEndingWith("7 after 8 at index 3");
    }

    @Test
    void aNegativeFirstIdFollowsNothing() {
        assertThatThrownBy(() -> bank(-1, 3)).hasMessageEndingWith(": -1 at index 0");
    }

    @Test
    void aFlagWithBit31IsRefusedWithItsIndex() {
        assertThatThrownBy(
                        () ->
                                bank(
                                        new int[] {1, 2},
                                        new int[] {0, 0x8000_0003},
                                        new float[2],
                                        new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bit 31 of a channel flag must be 0, got 0x80000003 at index 1");
    }

    @Test
    void theNumberOfColumnsIsThatOfTheFields() {
        assertThatThrownBy(() -> bank(Column.of(1), Column.of(0), Column.of(1f)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layout pedestal/1 has 2 fields, got 1 columns");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> bank(Column.of(1), Column.of(0), Column.of(1.0), Column.of(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column mean must be 1 values of F32, got 1 of F64");
    }

    @Test
    void aColumnOfAnotherSizeIsNamed() {
        assertThatThrownBy(() -> bank(Column.of(1), Column.of(0), Column.of(1f), Column.of(1L, 2L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column samples must be 1 values of I64, got 2 of I64");
    }

    @Test
    void idsAndFlagsAreOneIntPerChannel() {
        assertThatThrownBy(() -> bank(Column.of(1L), Column.of(0), Column.of(1f), Column.of(1L)))
                .hasMessage("column id must be 1 values of I32, got 1 of I64");
        assertThatThrownBy(() -> bank(Column.of(1), Column.of(0, 0), Column.of(1f), Column.of(1L)))
                .hasMessage("column flag must be 1 values of I32, got 2 of I32");
        assertThatThrownBy(() -> bank(Column.of(1), Column.of(0f), Column.of(1f), Column.of(1L)))
                .hasMessage("column flag must be 1 values of I32, got 1 of F32");
    }

    @Test
    void anUnknownFieldIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> bank(1).column("rms"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout pedestal/1 has no field 'rms'")
                .hasMessageContaining("mean");
    }

    @Test
    void aLongerJournalIsTakenOverTheSameContent() {
        var bank = bank(1, 2);
        var longer = ONE.append(Instant.EPOCH, ANNA, "store", Map.of(), "");
        var stored = bank.with(longer);
        assertThat(stored.journal()).isEqualTo(longer);
        assertThat(stored.differences(bank)).isEmpty();
        assertThat(bank.journal()).isEqualTo(ONE);
        assertThat(bank.with(ONE).journal()).isEqualTo(ONE);
    }

    @Test
    void aJournalThatDoesNotContinueIsRefused() {
        var bank = bank(1, 2);
        var other = Journal.EMPTY.append(Instant.EPOCH, ANNA, "fit", Map.of(), "another");
        assertThatThrownBy(() -> bank.with(Journal.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can only grow");
        assertThatThrownBy(() -> bank.with(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laterChangesOfTheListDoNotReachTheBank() {
        var columns = new ArrayList<>(List.of(Column.of(1f), Column.of(1L)));
        var bank =
                Bank.of(
                        LAYOUT,
                        SCHEME,
                        Header.EMPTY,
                        Column.of(1),
                        Column.of(0),
                        columns,
                        Journal.EMPTY);
        columns.set(0, Column.of(2f));
        assertThat(bank.column("mean").floatAt(0)).isEqualTo(1);
        List<Column> view = bank.columns();
        assertThatThrownBy(view::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
