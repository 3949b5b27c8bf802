package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tare.detectors.calorimeter.map.EndcapMap;
import tare.detectors.calorimeter.map.EndcapTower;

class EndcapFrontEndTest {
    private static final EndcapMap MAP = EndcapMap.standard();

    private static EndcapTables plain() {
        boolean[] known = new boolean[EndcapMap.TOWERS];
        Arrays.fill(known, true);
        float[] pedestal = new float[EndcapMap.TOWERS];
        Arrays.fill(pedestal, 20);
        return new EndcapTables(
                pedestal, new int[EndcapMap.TOWERS], new int[EndcapMap.TOWERS], known);
    }

    private static PatchColumns patches(EndcapTables tables, int adc) {
        int[] all = new int[EndcapMap.TOWERS];
        Arrays.fill(all, adc);
        AdcColumns block = AdcColumns.ofEndcap(1);
        block.add(0, all);
        var out = PatchColumns.ofEndcap(1);
        new EndcapFrontEnd(MAP, EndcapSettings.of(tables)).process(block, out);
        return out;
    }

    @Test
    void atPedestalEveryPatchGivesOneWhateverItsNumberOfTowers() {
        PatchColumns out = patches(plain(), 20);
        for (int patch = 0; patch < EndcapMap.PATCHES; patch++)
            assertThat(out.sum(patch)[0]).isEqualTo(1);
    }

    @Test
    void aPatchWithoutAGoodTowerGivesOneAndNoHighTower() {
        EndcapTables tables = plain();
        Arrays.fill(tables.failure(), EndcapTables.GARBAGE);
        PatchColumns out = patches(tables, 4095);
        assertThat(out.sum(0)[0]).isEqualTo(1);
        assertThat(out.highTower(0)[0]).isZero();
        assertThat(out.word(0)[0]).isEqualTo(1 << 6);
    }

    @Test
    void hotUnknownAndGarbageTowersAreMaskedAndOthersAreNot() {
        EndcapTables tables = plain();
        tables.status()[0] = EndcapTables.HOT_HIGH_TOWER | 0x1;
        tables.failure()[1] = EndcapTables.GARBAGE;
        tables.known()[2] = false;
        tables.status()[3] = 0xFB;
        tables.failure()[4] = 0xFE;
        assertThat(Arrays.copyOf(EndcapSettings.of(tables).masked(), 6))
                .containsExactly(true, true, true, false, false, false);
    }

    @Test
    void aPatchIsTheLargestAndTheSumOfItsTowers() {
        var random = new SplittableRandom(5);
        EndcapTables tables = plain();
        for (int tower = 0; tower < EndcapMap.TOWERS; tower++) {
            tables.pedestalAdc()[tower] = random.nextInt(60);
            tables.failure()[tower] = random.nextInt(10) == 0 ? 1 : 0;
        }
        int[] adc = random.ints(EndcapMap.TOWERS, 0, 1 << 16).toArray();
        AdcColumns block = AdcColumns.ofEndcap(1);
        block.add(0, adc);
        var out = PatchColumns.ofEndcap(1);
        var frontEnd = new EndcapFrontEnd(MAP, EndcapSettings.of(tables));
        frontEnd.process(block, out);
        int[] most = new int[EndcapMap.PATCHES];
        int[] sum = new int[EndcapMap.PATCHES];
        for (EndcapTower tower : MAP.towers()) {
            int i = tower.index();
            most[tower.patch()] = Math.max(most[tower.patch()], frontEnd.highTower(i, adc[i]));
            sum[tower.patch()] += frontEnd.contribution(i, adc[i]);
        }
        for (int patch = 0; patch < EndcapMap.PATCHES; patch++) {
            assertThat(out.highTower(patch)[0]).isEqualTo(most[patch]);
            assertThat(out.rawSum(patch)[0]).isEqualTo(sum[patch]);
        }
    }

    @Test
    void twelveBitsOfAWordAreTaken() {
        assertThat(patches(plain(), 0x1000 | 500).word(3)).isEqualTo(patches(plain(), 500).word(3));
    }

    @Test
    void tablesOfAnotherLengthAreRefused() {
        assertThatThrownBy(
                        () ->
                                new EndcapTables(
                                        new float[719],
                                        new int[720],
                                        new int[720],
                                        new boolean[720]))
                .hasMessage("an endcap has 720 pedestals, got 719");
    }
}
