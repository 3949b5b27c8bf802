package tare.detectors.dirc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.channel.ChannelMap;

class DircMapTest {
    @Test
    void theRingHasTwelveBanksOf896Tubes() {
        var detector = new DircDetector();

        assertThat(detector.map().size()).isEqualTo(10_752);
        assertThat(IntStream.range(0, 12))
                .allSatisfy(n -> assertThat(detector.system().channelIds(n).size()).isEqualTo(896));
        assertThat(detector.system().bank(12)).isEmpty();
    }

    @Test
    void idsAndAddressesReadAsPeopleSayThem() {
        ChannelMap map = DircMap.of(DircSetup.RING);
        int tube = 11 * 896 + 13 * 64 + 62;

        assertThat(map.idScheme().format(map.id(tube).packed()))
                .isEqualTo("sector 11 module 13 tube 62");
        assertThat(map.addressScheme().format(map.address(tube).packed()))
                .isEqualTo("crate 12 board 14 channel 47");
    }

    /// A chip reads 16 tubes that lie apart.
    @Test
    void neighboursAreReadByDifferentChips() {
        ChannelMap map = DircMap.of(DircSetup.TEST_STAND);
        List<Long> chips =
                IntStream.range(0, 5)
                        .mapToObj(i -> map.address(i).packed())
                        .map(address -> DircMap.TDC_CHANNELS.value(address, "channel") / 16)
                        .toList();
        assertThat(chips).containsExactly(0L, 1L, 2L, 3L, 0L);
    }

    @Test
    void tubesOfATestStandHaveTheIdsThatTheyHaveInTheRing() {
        ChannelMap ring = DircMap.of(DircSetup.RING);
        ChannelMap stand = DircMap.of(DircSetup.TEST_STAND);
        for (int tube = 0; tube < stand.size(); tube++) {
            assertThat(stand.id(tube)).isEqualTo(ring.id(tube));
            assertThat(stand.address(tube)).isEqualTo(ring.address(tube));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 14, sectors", "13, 14, sectors", "12, 0, modules", "12, 15, modules"})
    void aSetupThatCannotBeIsRefused(int sectors, int modules, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DircSetup(sectors, modules))
                .withMessageContaining(what);
    }
}
