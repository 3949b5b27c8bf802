package tare.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTableTest {

    private static final FieldScheme ID =
            FieldScheme.of("tube", new BitField("sector", 4), new BitField("tube", 10));
    private static final FieldScheme ADDRESS =
            FieldScheme.of("wiring", new BitField("crate", 31), new BitField("slot", 32));

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static int[] distinctIds(Random random, int count) {
        return random.ints(0, 1 << ID.bits()).distinct().limit(count).toArray();
    }

    private static long[] distinctAddresses(Random random, int count) {
        return random.longs(0, Long.MAX_VALUE).distinct().limit(count).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void idsAddressesAndIndexesAreOneToOne(long seed) {
        var random = new Random(seed);
        int[] ids = distinctIds(random, random.nextInt(300));
        long[] addresses = distinctAddresses(random, ids.length);
        var table = ChannelTable.of(ID, ADDRESS, ids, addresses);
        assertThat(table.size()).isEqualTo(ids.length);
        for (int i = 0; i < ids.length; i++) {
            int index = table.index(new ChannelId(ids[i]));
            assertThat(table.id(index).packed()).isEqualTo(ids[i]);
            assertThat(table.address(index).packed()).isEqualTo(addresses[i]);
            assertThat(table.index(new HardwareAddress(addresses[i]))).isEqualTo(index);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void denseOrderIsTheOrderOfIds(long seed) {
        var random = new Random(seed);
        int[] ids = distinctIds(random, 100);
        var table = ChannelTable.of(ID, ADDRESS, ids, distinctAddresses(random, 100));
        assertThat(IntStream.range(0, 100).map(i -> table.id(i).packed()))
                .containsExactlyElementsOf(IntStream.of(ids).sorted().boxed().toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsMissingHasIndexMinusOne(long seed) {
        var random = new Random(seed);
        int[] ids = distinctIds(random, 50);
        long[] addresses = distinctAddresses(random, 50);
        var table = ChannelTable.of(ID, ADDRESS, ids, addresses);
        for (int id = 0; id < 1 << ID.bits(); id++) {
            int wanted = id;
            if (IntStream.of(ids).noneMatch(known -> known == wanted)) {
                assertThat(table.index(new ChannelId(id))).isEqualTo(-1);
            }
        }
        for (long address : distinctAddresses(random, 500)) {
            if (LongStream.of(addresses).noneMatch(a -> a == address)) {
                assertThat(table.index(new HardwareAddress(address))).isEqualTo(ChannelMap.NONE);
            }
        }
    }

    @Test
    void aTableMayBeEmpty() {
        var table = ChannelTable.of(ID, ADDRESS, new int[0], new long[0]);
        assertThat(table.size()).isZero();
        assertThat(table.index(new ChannelId(0))).isEqualTo(-1);
        assertThat(table.index(new HardwareAddress(0))).isEqualTo(-1);
    }

    @Test
    void theLargestIdAndAddressAreFound() {
        var ids = FieldScheme.of("all ids", new BitField("channel", 31));
        var table =
                ChannelTable.of(
                        ids,
                        ADDRESS,
                        new int[] {Integer.MAX_VALUE, 0},
                        new long[] {0, Long.MAX_VALUE});
        assertThat(table.index(new ChannelId(Integer.MAX_VALUE))).isEqualTo(1);
        assertThat(table.index(new HardwareAddress(Long.MAX_VALUE))).isZero();
    }

    @Test
    void anIdUsedTwiceIsNamed() {
        assertThatThrownBy(
                        () -> ChannelTable.of(ID, ADDRESS, new int[] {1029, 3, 1029}, addresses(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel id used twice: sector 1 tube 5 (1029)");
    }

    @Test
    void anAddressUsedTwiceIsNamedWithItsChannels() {
        long address = ADDRESS.pack(7, 9);
        assertThatThrownBy(
                        () ->
                                ChannelTable.of(
                                        ID,
                                        ADDRESS,
                                        new int[] {12, 11, 10},
                                        new long[] {address, 4, address}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address used twice: crate 7 slot 9, by channels 10 and 12");
    }

    @Test
    void anIdOrAddressWiderThanItsSchemeIsNamedWithItsPlace() {
        assertThatThrownBy(() -> ChannelTable.of(ID, ADDRESS, new int[] {5, 1 << 14}, addresses(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel id 16384 at position 1 does not fit the 14 bits of tube");
        assertThatThrownBy(() -> ChannelTable.of(ID, ID, new int[] {5}, new long[] {1L << 40}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address 1099511627776 at position 0 does not fit the 14 bits of tube");
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatThrownBy(() -> ChannelTable.of(ID, ADDRESS, new int[] {-1}, addresses(1)))
                .hasMessageContaining("channel id -1 at position 0");
        assertThatThrownBy(() -> ChannelTable.of(ID, ADDRESS, new int[] {1}, new long[] {-2}))
                .hasMessageContaining("address -2 at position 0");
        assertThatThrownBy(() -> new ChannelId(-3)).hasMessageContaining("got -3");
        assertThatThrownBy(() -> new HardwareAddress(-4)).hasMessageContaining("got -4");
    }

    @Test
    void asManyAddressesAsIdsAreNeeded() {
        assertThatThrownBy(() -> ChannelTable.of(ID, ADDRESS, new int[] {1, 2}, addresses(3)))
                .hasMessage("2 channel ids, but 3 addresses");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void anIndexOutsideTheTableIsRefused(int index) {
        var table = ChannelTable.of(ID, ADDRESS, new int[] {1, 2}, addresses(2));
        assertThatThrownBy(() -> table.id(index)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.address(index))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void laterChangesOfTheArraysDoNotReachTheTable() {
        int[] ids = {4, 2};
        long[] addresses = {40, 20};
        var table = ChannelTable.of(ID, ADDRESS, ids, addresses);
        ids[0] = 9;
        addresses[0] = 90;
        assertThat(table.index(new ChannelId(4))).isEqualTo(1);
        assertThat(table.address(1)).isEqualTo(new HardwareAddress(40));
    }

    private static long[] addresses(int count) {
        return LongStream.range(0, count).toArray();
    }
}
