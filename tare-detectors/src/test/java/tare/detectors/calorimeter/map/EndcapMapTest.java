package tare.detectors.calorimeter.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tables agree with the rules of the trigger specification, section 4.
class EndcapMapTest {
    private static final EndcapMap MAP = EndcapMap.standard();

    /// Jet patches 0 to 5.
    private static final List<Integer> CRATE_OF_JET_PATCH = List.of(6, 1, 2, 3, 4, 5);

    @Test
    void phiFallsFromSubsectorToSubsector() {
        assertThat(MAP.towers())
                .allSatisfy(
                        tower -> {
                            double degrees =
                                    72 - 6 * (5 * (tower.sector() - 1) + tower.subsector() - 1);
                            double away = Math.toDegrees(tower.phiRadians()) - degrees;
                            assertThat(Math.abs(Math.IEEEremainder(away, 360))).isLessThan(1e-3);
                        });
    }

    @Test
    void etaFallsFromBinToBin() {
        for (int index = 1; index < EndcapMap.TOWERS; index++)
            if (index % 12 != 0)
                assertThat(MAP.towers().get(index).eta())
                        .isLessThan(MAP.towers().get(index - 1).eta());
        assertThat(MAP.towers()).allSatisfy(t -> assertThat(t.eta()).isBetween(1.086, 2.0));
    }

    @Test
    void everyTowerIsFoundOnItsChannel() {
        assertThat(MAP.towers())
                .allSatisfy(
                        tower ->
                                assertThat(MAP.tower(tower.crate(), tower.channel()))
                                        .isEqualTo(tower));
    }

    @Test
    void patchesAreBlocksOfChannels() {
        for (EndcapPatch patch : MAP.patches())
            assertThat(channelsOf(patch.patch()))
                    .as("patch %d", patch.patch())
                    .isEqualTo(block(patch));
    }

    private static List<Integer> channelsOf(int patch) {
        return MAP.towers().stream()
                .filter(tower -> tower.patch() == patch)
                .map(EndcapTower::channel)
                .sorted()
                .toList();
    }

    private static List<Integer> block(EndcapPatch patch) {
        int k = patch.towers() == 6 ? patch.boardChannel() % 5 : patch.boardChannel() / 2;
        return switch (patch.towers()) {
            case 10 -> channels(16 * k + 3, 5, 16 * k + 11);
            case 8 -> IntStream.range(80 + 8 * k, 88 + 8 * k).boxed().toList();
            default -> channels(16 * k, 3, 16 * k + 8);
        };
    }

    private static List<Integer> channels(int first, int n, int second) {
        return IntStream.concat(
                        IntStream.range(first, first + n), IntStream.range(second, second + n))
                .boxed()
                .toList();
    }

    @Test
    void patchesOfTenEightAndSixTowersCoverTheirBinsOfEta() {
        assertThat(MAP.towers())
                .allSatisfy(
                        tower -> {
                            int n = MAP.patches().get(tower.patch()).towers();
                            assertThat(n)
                                    .isEqualTo(
                                            tower.etaBin() >= 8 ? 10 : tower.etaBin() >= 4 ? 8 : 6);
                        });
    }

    @Test
    void boardsTakeOneCrateOrTheInnerPatchesOfTwo() {
        assertThat(MAP.patches())
                .allSatisfy(
                        patch -> {
                            assertThat(patch.board()).isEqualTo("EE%03d", patch.patch() / 10 + 1);
                            assertThat(patch.boardChannel()).isEqualTo(patch.patch() % 10);
                            assertThat(patch.crate()).isEqualTo(crateOf(patch));
                            assertThat(CRATE_OF_JET_PATCH.get(patch.jetPatch()))
                                    .isEqualTo(patch.crate());
                        });
    }

    private static int crateOf(EndcapPatch patch) {
        boolean upper = patch.boardChannel() >= 5;
        return switch (patch.board()) {
            case "EE001" -> 3;
            case "EE002" -> upper ? 4 : 3;
            case "EE003" -> 4;
            case "EE004" -> 5;
            case "EE005" -> upper ? 6 : 5;
            case "EE006" -> 6;
            case "EE007" -> 1;
            case "EE008" -> upper ? 2 : 1;
            default -> 2;
        };
    }

    @Test
    void sixJetPatchesShareThePatches() {
        assertThat(MAP.jetPatches())
                .extracting(JetPatch::clock)
                .containsExactly(10, 12, 2, 4, 6, 8);
        assertThat(MAP.jetPatches())
                .flatExtracting(JetPatch::patches)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 90).boxed().toList());
    }

    @Test
    void contradictoryMapsAreRefused() {
        var towers = new ArrayList<>(MAP.towers());
        EndcapTower second = towers.get(1);
        towers.set(
                1,
                new EndcapTower(
                        1,
                        second.sector(),
                        second.subsector(),
                        second.etaBin(),
                        second.name(),
                        second.eta(),
                        second.phiRadians(),
                        second.crate(),
                        towers.getFirst().channel(),
                        second.patch()));
        assertThatThrownBy(() -> new EndcapMap(towers, MAP.patches()))
                .hasMessage("towers 01TA01 and 01TA02 share crate 1, channel 56");
    }
}
