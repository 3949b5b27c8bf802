package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

class ChannelCursorTest {
    private static final FieldScheme SCHEME = FieldScheme.of("tube", new BitField("tube", 31));

    private static Bank random(long seed, int most) {
        var random = new Random(seed);
        var layout =
                new BankLayout(
                        "all",
                        1,
                        List.of(
                                new FieldDefinition("i", "1", FieldType.I32, 1 + random.nextInt(3)),
                                new FieldDefinition("f", "1", FieldType.F32, 1 + random.nextInt(3)),
                                new FieldDefinition("l", "1", FieldType.I64),
                                new FieldDefinition(
                                        "d", "1", FieldType.F64, 1 + random.nextInt(3))));
        int[] ids = random.ints(random.nextInt(most), 0, 1 << 20).distinct().sorted().toArray();
        var builder = BankBuilder.of(layout, SCHEME, ids);
        for (int i = 0; i < ids.length; i++) builder.flags()[i] = random.nextInt(1 << 30);
        for (int field = 0; field < 4; field++) {
            int values = ids.length * layout.fields().get(field).length();
            for (int at = 0; at < values; at++) builder.set(field, at, random.nextGaussian() * 1e6);
        }
        return builder.freeze(Journal.EMPTY);
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsShowWhatColumnsHold(long seed) {
        Bank bank = random(seed, 50);
        var channel = bank.channels();
        int row = 0;
        for (; channel.next(); row++) {
            assertThat(channel.index()).isEqualTo(row);
            assertThat(channel.id()).isEqualTo(bank.ids().intAt(row));
            assertThat(channel.flag()).isEqualTo(bank.flags().intAt(row));
            for (int field = 0; field < 4; field++) {
                int length = bank.layout().fields().get(field).length();
                Column column = bank.columns().get(field);
                assertThat(channel.value(field)).isEqualTo(column.value(row * length));
                for (int k = 0; k < length; k++) {
                    assertThat(channel.value(field, k)).isEqualTo(column.value(row * length + k));
                }
            }
            int lengthI = bank.layout().fields().get(0).length();
            int lengthF = bank.layout().fields().get(1).length();
            assertThat(channel.intValue(0)).isEqualTo(bank.column("i").intAt(row * lengthI));
            assertThat(channel.intValue(0, lengthI - 1))
                    .isEqualTo(bank.column("i").intAt(row * lengthI + lengthI - 1));
            assertThat(channel.floatValue(1)).isEqualTo(bank.column("f").floatAt(row * lengthF));
            assertThat(channel.floatValue(1, lengthF - 1))
                    .isEqualTo(bank.column("f").floatAt(row * lengthF + lengthF - 1));
            assertThat(channel.longValue(2)).isEqualTo(bank.column("l").longAt(row));
        }
        assertThat(row).isEqualTo(bank.size());
        assertThat(channel.next()).isFalse();
    }

    @Test
    void beginsAnewAfterAReset() {
        var channel = random(1, 50).channels();
        assertThat(channel.next()).isTrue();
        int first = channel.id();
        while (channel.next()) assertThat(channel.id()).isGreaterThan(first);
        channel.reset();
        assertThat(channel.next()).isTrue();
        assertThat(channel.id()).isEqualTo(first);
        assertThat(channel.at(2).index()).isEqualTo(2);
    }

    @Test
    void aValueOutsideTheBankOrItsArrayIsRefused() {
        Bank bank = random(1, 50);
        assertThatThrownBy(() -> bank.channels().at(bank.size()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bank.channels().at(0).value(2, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bank.channels().value(0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void steppingAllocatesNothing() {
        Bank bank = random(3, 200_000);
        var channel = bank.channels();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = sum(channel);
        channel.reset();
        long before = threads.getCurrentThreadAllocatedBytes();
        sum -= sum(channel);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isZero();
        assertThat(allocated).isLessThan(bank.size() / 4);
    }

    private static double sum(ChannelCursor channel) {
        double sum = 0;
        while (channel.next()) sum += channel.value(1) + channel.intValue(0) + channel.flag();
        return sum;
    }
}
