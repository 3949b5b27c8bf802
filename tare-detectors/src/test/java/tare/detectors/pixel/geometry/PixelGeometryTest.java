package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelGeometryTest {
    private final PixelGeometry geometry = PixelGeometry.phase1();

    @ParameterizedTest
    @CsvSource({
        "BPIX_1, BPix1, 0, 96, 1536, 6389760, 8",
        "BPIX_2, BPix2, 96, 224, 3584, 14909440, 4",
        "BPIX_3, BPix3, 320, 352, 5632, 23429120, 2",
        "BPIX_4, BPix4, 672, 512, 8192, 34078720, 2",
        "E_PLUS_1, E+1, 1184, 112, 1792, 7454720, 2",
        "E_PLUS_2, E+2, 1296, 112, 1792, 7454720, 2",
        "E_PLUS_3, E+3, 1408, 112, 1792, 7454720, 2",
        "E_MINUS_1, E-1, 1520, 112, 1792, 7454720, 2",
        "E_MINUS_2, E-2, 1632, 112, 1792, 7454720, 2",
        "E_MINUS_3, E-3, 1744, 112, 1792, 7454720, 2"
    })
    void hasTheModulesOfEachPart(
            PixelPart part, String label, int first, int modules, int rocs, int pixels, int links) {
        List<PixelModule> found = geometry.modules(part);
        assertThat(part.label()).isEqualTo(label);
        assertThat(found).hasSize(modules).hasSize(part.moduleCount());
        assertThat(found.getFirst().index()).isEqualTo(first);
        assertThat(found.getLast().index()).isEqualTo(first + modules - 1);
        assertThat(found.size() * RocPixel.ROCS).isEqualTo(rocs);
        assertThat(found.size() * ModulePixel.PIXELS).isEqualTo(pixels);
        assertThat(RocPixel.ROCS / part.rocsPerLink()).isEqualTo(links);
    }

    @Test
    void hasTheModulesOfTheWholeDetector() {
        assertThat(geometry.modules()).hasSize(1856).hasSize(PixelGeometry.MODULES);
        assertThat(geometry.modules().size() * RocPixel.ROCS).isEqualTo(29_696);
        assertThat(geometry.modules().size() * ModulePixel.PIXELS).isEqualTo(123_535_360);
    }

    @ParameterizedTest
    @CsvSource({"1, 12", "2, 28", "3, 44", "4, 64"})
    void hasTheLaddersOfEachLayerWithEightModules(int layer, int ladders) {
        var modulesByLadder =
                geometry.barrelLayer(layer).stream()
                        .map(m -> (BarrelPosition) m.position())
                        .collect(
                                Collectors.groupingBy(
                                        BarrelPosition::ladder, Collectors.counting()));
        assertThat(modulesByLadder).hasSize(ladders);
        assertThat(modulesByLadder.values()).containsOnly(8L);
    }

    @Test
    void hasTwentyTwoAndThirtyFourBladesOfTwoPanelsInTheRingsOfEveryDisk() {
        for (Side side : Side.values())
            for (int disk = 1; disk <= 3; disk++) {
                assertThat(geometry.endcapRing(side, disk, 1)).hasSize(22 * 2);
                assertThat(geometry.endcapRing(side, disk, 2)).hasSize(34 * 2);
            }
    }

    @Test
    void findsEveryModuleByIndexRawIdAndName() {
        for (int i = 0; i < PixelGeometry.MODULES; i++) {
            PixelModule module = geometry.module(i);
            assertThat(module.index()).isEqualTo(i);
            assertThat(geometry.indexOf(module.id().value())).isEqualTo(i);
            assertThat(geometry.module(module.id())).isSameAs(module);
            assertThat(geometry.module(module.name())).isSameAs(module);
        }
        assertThat(geometry.modules()).extracting(PixelModule::name).doesNotHaveDuplicates();
        assertThat(geometry.modules()).extracting(PixelModule::id).doesNotHaveDuplicates();
    }

    @Test
    void ordersTheModulesOfAPartByRawId() {
        for (PixelPart part : PixelPart.values())
            assertThat(geometry.modules(part)).extracting(PixelModule::id).isSorted();
    }

    // ModuleID column of CMSSW's Pixel_Phase1_Raw2Digi_GPU_Cabling_Map.dat (f98cc08).
    @ParameterizedTest
    @CsvSource({
        "303050776,21",
        "304115736,149",
        "305254408,545",
        "306249756,798",
        "306364432,1019"
    })
    void agreesWithTheModuleNumbersOfTheRealBarrel(int id, int index) {
        assertThat(geometry.indexOf(id)).isEqualTo(index);
    }

    @Test
    void saysMinusOneForNumbersThatAreNoModule() {
        assertThat(geometry.indexOf(0)).isEqualTo(-1);
        assertThat(geometry.indexOf(-1)).isEqualTo(-1);
        assertThat(geometry.indexOf(303050777)).isEqualTo(-1);
    }

    @Test
    void refusesIndexesLayersAndRingsThatDoNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> geometry.module(1856))
                .withMessageContaining("got 1856");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> geometry.barrelLayer(5))
                .withMessageContaining("got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> geometry.endcapRing(Side.PLUS, 4, 1))
                .withMessageContaining("got disk 4");
    }

    @Test
    void turnsRocsAsTheOrientationRuleSays() {
        for (PixelModule module : geometry.modules()) {
            boolean p =
                    module.position() instanceof BarrelPosition place
                            && (place.layer() == 1 || place.module() >= 5);
            assertThat(module.orientation()).isEqualTo(p ? RocOrientation.P : RocOrientation.N);
        }
    }
}
