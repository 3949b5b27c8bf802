package tare.detectors.calorimeter.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.detectors.calorimeter.map.BarrelPatch.EtaGroup;

/// The tables agree with the rules of the trigger specification, section 4.
class BarrelMapTest {
    private static final BarrelMap MAP = BarrelMap.standard();

    @Test
    void theNominalTowerOfAPlaceFollowsFromCrateAndSequence() {
        for (int crate = 1; crate <= BarrelMap.CRATES; crate++)
            for (int sequence = 0; sequence < BarrelMap.SEQUENCES; sequence++)
                assertThat(MAP.tower(crate, sequence, MapVariant.NOMINAL).softId())
                        .as("crate %d, sequence %d", crate, sequence)
                        .isEqualTo(softId(crate, sequence));
    }

    private static int softId(int crate, int sequence) {
        int board = sequence / 32;
        int k = 31 - sequence % 32;
        int id = start(crate) + 20 * (k / 4) + 4 * board + 4 - k % 4;
        int first = crate > 15 ? 1 : 2401;
        return first + Math.floorMod(id - first, 2400);
    }

    private static int start(int crate) {
        if (crate <= 15) return 2260 + 160 * (crate - 1);
        return crate == 30 ? 2340 : 2180 - 160 * (crate - 16);
    }

    @ParameterizedTest
    @EnumSource(
            value = MapVariant.class,
            names = {"NOMINAL", "REPAIRED"})
    void aPatchIsSixteenPlacesOfACrate(MapVariant variant) {
        assertThat(MAP.towers())
                .allSatisfy(
                        tower -> {
                            var cable = tower.cable(variant);
                            assertThat(cable.patch())
                                    .isEqualTo(patch(cable.crate(), cable.sequence() / 16));
                        });
    }

    private static int patch(int crate, int cratePatch) {
        return Math.floorMod(340 - 10 * crate, 150) + cratePatch + (crate <= 15 ? 150 : 0);
    }

    @Test
    void patchesHaveTheirPlaceInCratesAndOnBoards() {
        assertThat(MAP.patches())
                .allSatisfy(
                        patch -> {
                            assertThat(patch.patch())
                                    .isEqualTo(patch(patch.crate(), patch.cratePatch()));
                            int board = patch.patch() % 150 / 10 + 1;
                            assertThat(patch.board())
                                    .isEqualTo("B%s%03d", patch.patch() < 150 ? "W" : "E", board);
                            assertThat(patch.boardChannel()).isEqualTo(patch.patch() % 10);
                        });
    }

    @Test
    void jetPatchesAreTwoAndAHalfBoards() {
        assertThat(MAP.patches())
                .allSatisfy(
                        patch ->
                                assertThat(patch.jetPatch())
                                        .as("patch %d", patch.patch())
                                        .isEqualTo(jetPatch(patch.patch())));
    }

    private static int jetPatch(int patch) {
        boolean west = patch < 150;
        int group = patch % 150 / 50;
        int board = patch % 50 / 10;
        boolean odd = patch % 2 == 1;
        boolean second = board == 2 ? west != odd : board > 2;
        return (west ? 0 : 6) + 2 * group + (second ? 1 : 0);
    }

    @Test
    void etaGroupsAreTheInnerFourChannelsInTheWestAndSixInTheEast() {
        assertThat(MAP.patches())
                .allSatisfy(
                        patch ->
                                assertThat(patch.etaGroup())
                                        .isEqualTo(
                                                patch.boardChannel() < (patch.patch() < 150 ? 4 : 6)
                                                        ? EtaGroup.LOW
                                                        : EtaGroup.HIGH));
    }

    @Test
    void ofTheEighteenJetPatchesTheMiddleOnesOverlapTheOthers() {
        List<JetPatch> jets = MAP.jetPatches();
        assertThat(jets)
                .extracting(JetPatch::id)
                .isEqualTo(IntStream.range(0, 18).boxed().toList());
        assertThat(jets)
                .extracting(JetPatch::clock)
                .containsExactly(10, 12, 2, 4, 6, 8, 10, 12, 2, 4, 6, 8, 10, 12, 2, 4, 6, 8);
        assertThat(jets.subList(0, 12)).allSatisfy(jet -> assertThat(jet.patches()).hasSize(25));
        assertThat(jets.subList(0, 12))
                .flatExtracting(JetPatch::patches)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 300).boxed().toList());
        // Inner channels of two and a half boards on each side.
        assertThat(jets.subList(12, 18)).allSatisfy(jet -> assertThat(jet.patches()).hasSize(25));
        assertThat(jets.subList(12, 18))
                .flatExtracting(JetPatch::patches)
                .doesNotHaveDuplicates()
                .hasSize(150);
    }

    @Test
    void aJetPatchLiesWhereItsTowersAre() {
        for (JetPatch jet : MAP.jetPatches()) {
            List<BarrelTower> towers =
                    MAP.towers().stream()
                            .filter(
                                    t ->
                                            jet.patches()
                                                    .contains(t.cable(MapVariant.NOMINAL).patch()))
                            .toList();
            assertThat(towers.stream().mapToDouble(BarrelTower::eta).average().orElseThrow())
                    .as("eta of jet patch %d", jet.id())
                    .isCloseTo(jet.eta(), within(0.02));
            double x = towers.stream().mapToDouble(t -> Math.cos(t.phiRadians())).sum();
            double y = towers.stream().mapToDouble(t -> Math.sin(t.phiRadians())).sum();
            double away = Math.toDegrees(Math.atan2(y, x)) - jet.phiDegrees();
            assertThat(Math.abs(Math.IEEEremainder(away, 360)))
                    .as("phi of jet patch %d", jet.id())
                    .isLessThan(0.5);
        }
    }

    @Test
    void repairsExchanged82PairsAndMoved14TowersToOtherPatches() {
        assertThat(MAP.towers())
                .filteredOn(
                        t -> !place(t, MapVariant.NOMINAL).equals(place(t, MapVariant.REPAIRED)))
                .hasSize(164);
        assertThat(moved(MapVariant.NOMINAL, MapVariant.REPAIRED))
                .containsExactly(
                        1198, 1199, 1200, 1218, 1219, 1220, 1238, 1239, 1240, 1258, 1259, 1260,
                        3452, 3453);
    }

    private static List<Integer> place(BarrelTower tower, MapVariant variant) {
        return List.of(tower.cable(variant).crate(), tower.cable(variant).sequence());
    }

    private static List<Integer> moved(MapVariant from, MapVariant to) {
        return MAP.towers().stream()
                .filter(t -> t.cable(from).patch() != t.cable(to).patch())
                .map(BarrelTower::softId)
                .toList();
    }

    @Test
    void theSwapOf2009ExchangesThePatchesOfFourPairs() {
        assertThat(moved(MapVariant.REPAIRED, MapVariant.SWAPPED))
                .containsExactly(4014, 4015, 4016, 4017, 4054, 4055, 4056, 4057);
        int[] before = MAP.patchOfTower(MapVariant.REPAIRED);
        int[] after = MAP.patchOfTower(MapVariant.SWAPPED);
        for (int id = 4014; id <= 4017; id++) {
            assertThat(after[id - 1]).isEqualTo(before[id + 40 - 1]);
            assertThat(after[id + 40 - 1]).isEqualTo(before[id - 1]);
        }
    }

    @Test
    void placesThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> MAP.tower(31, 0, MapVariant.NOMINAL))
                .hasMessage("a crate is 1..30 and a sequence 0..159, got 31 and 0");
    }

    @Test
    void incompleteAndContradictoryMapsAreRefused() {
        assertThatThrownBy(() -> new BarrelMap(MAP.towers().subList(1, 4800), MAP.patches()))
                .hasMessageContaining("4800 towers in ascending order, got 4799");
        var shuffled = new ArrayList<>(MAP.patches());
        Collections.swap(shuffled, 0, 1);
        assertThatThrownBy(() -> new BarrelMap(MAP.towers(), shuffled))
                .hasMessageContaining("300 patches in ascending order");
        var doubled = new ArrayList<>(MAP.towers());
        BarrelTower first = doubled.getFirst();
        doubled.set(0, withCablesOf(first, doubled.get(1)));
        assertThatThrownBy(() -> new BarrelMap(doubled, MAP.patches()))
                .hasMessage("towers 1 and 2 share crate 30, sequence 17 (NOMINAL)");
    }

    private static BarrelTower withCablesOf(BarrelTower tower, BarrelTower other) {
        return new BarrelTower(
                tower.softId(),
                tower.module(),
                tower.etaIndex(),
                tower.sub(),
                tower.eta(),
                tower.phiRadians(),
                other.cables());
    }
}
