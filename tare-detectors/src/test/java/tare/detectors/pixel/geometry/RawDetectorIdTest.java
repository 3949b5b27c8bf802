package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawDetectorIdTest {
    @Test
    void decodesTheExampleOfTheSpecification() {
        assertThat(new RawDetectorId(303050776).position()).isEqualTo(new BarrelPosition(1, 3, 6));
        assertThat(RawDetectorId.barrel(1, 3, 6).value()).isEqualTo(303050776);
    }

    // Read in CMSSW's Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat (f98cc08), decoded by hand.
    @ParameterizedTest
    @CsvSource({
        "352609284, PLUS, 1, 6, 1",
        "352610308, PLUS, 1, 6, 2",
        "352711684, PLUS, 1, 31, 1",
        "352871428, PLUS, 2, 6, 1",
        "353236996, PLUS, 3, 31, 2",
        "344201220, MINUS, 1, 1, 2"
    })
    void decodesRealEndcapIds(int id, Side side, int disk, int blade, int panel) {
        assertThat(new RawDetectorId(id).position())
                .isEqualTo(new EndcapPosition(side, disk, blade, panel));
        assertThat(RawDetectorId.endcap(side, disk, blade, panel).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | detector 0, subdetector 0; pixels are detector 1",
                "-1 | detector 15, subdetector 7",
                "369120277 | subdetector 3",
                "303050777 | sets bits a pixel id leaves zero; nearest id 303050776",
                "302002200 | layer must be 1..4, got 0"
            })
    void saysWhatItGotWhenItIsNoPixelModule(int id, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RawDetectorId(id))
                .withMessageContaining(Integer.toUnsignedString(id))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,1", "5,1,1", "1,13,1", "1,0,1", "2,29,1", "3,45,1", "4,65,1", "1,1,9", "1,1,0"
    })
    void refusesBarrelPlacesThatDoNotExist(int layer, int ladder, int module) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawDetectorId.barrel(layer, ladder, module))
                .withMessageContaining("got");
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "4,1,1", "1,0,1", "1,57,1", "1,1,0", "1,1,3"})
    void refusesEndcapPlacesThatDoNotExist(int disk, int blade, int panel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawDetectorId.endcap(Side.PLUS, disk, blade, panel))
                .withMessageContaining("got");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "303050776.0", "99999999999"})
    void refusesTextThatIsNoNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RawDetectorId.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    /// Changes single bits and random words: only ids of modules are ever accepted.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void acceptsNothingButTheModulesOfTheDetector(long seed) {
        List<Integer> ids =
                PixelGeometry.phase1().modules().stream().map(m -> m.id().value()).toList();
        Set<Integer> known = new HashSet<>(ids);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int id = 0x1 << 28 | (1 + random.nextInt(2)) << 25 | random.nextInt(1 << 25);
            if (i % 2 == 0) id = ids.get(random.nextInt(ids.size())) ^ 1 << random.nextInt(32);
            assertThat(isAccepted(id)).as("seed %d, id %d", seed, id).isEqualTo(known.contains(id));
        }
    }

    private static boolean isAccepted(int id) {
        try {
            return new RawDetectorId(id).value() == id;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
