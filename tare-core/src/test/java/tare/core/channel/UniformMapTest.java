package tare.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UniformMapTest {
    static Stream<UniformMap> maps() {
        return Stream.of(
                UniformMap.of(List.of("tube"), 1),
                UniformMap.of(List.of("sector", "tube"), 12, 896),
                UniformMap.of(List.of("a", "b", "c", "d", "e"), 2, 3, 4, 5, 6),
                UniformMap.of(
                        FieldScheme.of("wide", new BitField("a", 11), new BitField("b", 20)),
                        3,
                        7));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void isABijectionInTheOrderOfIds(UniformMap map) {
        int before = -1;
        for (int i = 0; i < map.size(); i++) {
            ChannelId id = map.id(i);
            assertThat(id.packed()).isGreaterThan(before);
            assertThat(map.index(id)).isEqualTo(i);
            assertThat(map.index(map.address(i))).isEqualTo(i);
            before = id.packed();
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void knowsNoOtherChannel(UniformMap map) {
        var ids = new HashSet<Integer>();
        for (int id : map.ids()) ids.add(id);
        for (int id = 0; id < 20_000; id++) {
            if (!ids.contains(id)) {
                assertThat(map.index(new ChannelId(id))).isEqualTo(ChannelMap.NONE);
            }
        }
        assertThat(map.index(new ChannelId(Integer.MAX_VALUE))).isEqualTo(ChannelMap.NONE);
        assertThat(map.index(new HardwareAddress(map.size()))).isEqualTo(ChannelMap.NONE);
        assertThat(map.index(new HardwareAddress(Long.MAX_VALUE))).isEqualTo(ChannelMap.NONE);
    }

    @Test
    void hasAsManyChannelsAsTheProductOfItsWidths() {
        assertThat(UniformMap.of(List.of("a", "b", "c"), 3, 5, 7).size()).isEqualTo(105);
    }

    @Test
    void widthsFitTheirFields() {
        FieldScheme scheme = FieldScheme.of("two", new BitField("a", 2), new BitField("b", 3));
        assertThat(UniformMap.of(scheme, 4, 8).size()).isEqualTo(32);
        assertThatThrownBy(() -> UniformMap.of(scheme, 4, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b must be 0..7, got 8");
        assertThatThrownBy(() -> UniformMap.of(scheme, 0, 1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> UniformMap.of(List.of("a"), 1, 2))
                .hasMessageContaining("needs as many widths");
        assertThatThrownBy(() -> UniformMap.of(FieldScheme.of("w", new BitField("a", 32)), 1))
                .hasMessageContaining("31 bits");
    }
}
