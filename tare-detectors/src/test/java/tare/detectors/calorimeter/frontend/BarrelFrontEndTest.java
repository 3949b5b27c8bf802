package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;

class BarrelFrontEndTest {
    private static final int RUN = 16090001;

    @Test
    void atPedestalEveryPatchGivesOne() {
        PatchColumns out = Runs.patches(Runs.start(RUN, Runs.plain(), FrontEndRules.mended()), 24);
        for (int patch = 0; patch < BarrelMap.PATCHES; patch++) {
            assertThat(out.highTower(patch)[0]).isEqualTo(1);
            assertThat(out.rawSum(patch)[0]).isEqualTo(16);
            assertThat(out.sum(patch)[0]).isEqualTo(1);
            assertThat(out.word(patch)[0]).isEqualTo(1 | 1 << 6);
        }
    }

    @Test
    void aMaskedTowerGivesNothing() {
        BarrelTables tables = Runs.plain();
        tables.towerStatus()[0] = 0;
        var frontEnd = new BarrelFrontEnd(Runs.start(RUN, tables, FrontEndRules.mended()));
        assertThat(frontEnd.highTower(0, 4000)).isZero();
        assertThat(frontEnd.contribution(0, 4000)).isZero();
        assertThat(frontEnd.contribution(1, 4000)).isEqualTo(250);
    }

    /// Events in a block do not see each other: blocks of any length give what blocks of one do.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBlockIsItsEvents(long seed) {
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        BarrelTables tables = Runs.plain();
        for (int patch = 0; patch < BarrelMap.PATCHES; patch++) {
            tables.patches().bitConversion()[patch] = random.nextInt(4);
            tables.patches().highTowerStatus()[patch] = random.nextInt(10) == 0 ? 0 : 1;
            tables.patches().sumStatus()[patch] = random.nextInt(10) == 0 ? 0 : 1;
        }
        for (int tower = 0; tower < BarrelMap.TOWERS; tower++) {
            tables.pedestalAdc()[tower] = random.nextInt(90);
            tables.towerStatus()[tower] = random.nextInt(20) == 0 ? 0 : 1;
        }
        var frontEnd = new BarrelFrontEnd(Runs.start(RUN, tables, FrontEndRules.asReference()));
        int events = 67;
        AdcColumns block = AdcColumns.ofBarrel(100);
        AdcColumns one = AdcColumns.ofBarrel(1);
        for (int e = 0; e < events; e++)
            block.add(e, random.ints(BarrelMap.TOWERS, 0, 4096).toArray());
        var blockOut = PatchColumns.ofBarrel(100);
        var oneOut = PatchColumns.ofBarrel(1);
        frontEnd.process(block, blockOut);
        for (int e = 0; e < events; e++) {
            int event = e;
            one.clear();
            one.add(
                    e,
                    IntStream.range(0, BarrelMap.TOWERS).map(t -> block.tower(t)[event]).toArray());
            frontEnd.process(one, oneOut);
            for (int patch = 0; patch < BarrelMap.PATCHES; patch++) {
                assertThat(blockOut.word(patch)[e]).isEqualTo(oneOut.word(patch)[0]);
                assertThat(blockOut.highTower(patch)[e]).isEqualTo(highTower(frontEnd, patch, one));
                assertThat(frontEnd.sumBeforeFaults(patch, rawSum(frontEnd, patch, one)))
                        .isEqualTo(patch == 277 ? 0 : blockOut.sum(patch)[e]);
            }
        }
    }

    /// The same by single towers; run 16090001 as the reference has faults on four patches.
    private static int highTower(BarrelFrontEnd frontEnd, int patch, AdcColumns one) {
        BarrelSettings settings = frontEnd.settings();
        int most = 0;
        for (int tower = 0; tower < BarrelMap.TOWERS; tower++)
            if (settings.patchOfTower()[tower] == patch)
                most = Math.max(most, frontEnd.highTower(tower, one.tower(tower)[0]));
        if (settings.patches().highTowerStatus()[patch] == 0) most = 0;
        for (HardwareFault fault : settings.faults())
            if (fault.patch() == patch) most = fault.operation().apply(most, fault.operand());
        return most;
    }

    private static int rawSum(BarrelFrontEnd frontEnd, int patch, AdcColumns one) {
        int sum = 0;
        for (int tower = 0; tower < BarrelMap.TOWERS; tower++)
            if (frontEnd.settings().patchOfTower()[tower] == patch)
                sum += frontEnd.contribution(tower, one.tower(tower)[0]);
        return sum;
    }

    @Test
    void aBlockAllocatesNothing() {
        var barrel = new BarrelFrontEnd(Runs.start(RUN, Runs.plain(), FrontEndRules.asReference()));
        int[] steps = new int[EndcapMap.TOWERS];
        boolean[] all = new boolean[EndcapMap.PATCHES];
        Arrays.fill(all, true);
        var endcap =
                new EndcapFrontEnd(
                        EndcapMap.standard(),
                        new EndcapSettings(steps, new boolean[EndcapMap.TOWERS], all, all));
        AdcColumns barrelAdc = AdcColumns.ofBarrel(8);
        AdcColumns endcapAdc = AdcColumns.ofEndcap(8);
        for (int e = 0; e < 8; e++) {
            barrelAdc.add(e, new int[BarrelMap.TOWERS]);
            endcapAdc.add(e, new int[EndcapMap.TOWERS]);
        }
        var barrelOut = PatchColumns.ofBarrel(8);
        var endcapOut = PatchColumns.ofEndcap(8);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int block = 0; block < 20; block++) {
                barrel.process(barrelAdc, barrelOut);
                endcap.process(endcapAdc, endcapOut);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // Asking for the number itself may allocate a little; an object per event would be 160.
        assertThat(least).isLessThan(20 * 8);
    }

    @Test
    void anEventWithoutAllTowersIsRefusedByItsNumber() {
        assertThatThrownBy(() -> AdcColumns.ofBarrel(1).add(4711, new int[4799]))
                .hasMessageStartingWith(
                        "event 4711 has 4799 barrel towers; exactly 4800 are required");
    }

    @Test
    void anAdcOutOfRangeIsRefusedAndTheBlockStaysAsItWas() {
        AdcColumns block = AdcColumns.ofBarrel(2);
        int[] adc = new int[BarrelMap.TOWERS];
        adc[5] = 4096;
        assertThatThrownBy(() -> block.add(12, adc))
                .hasMessage("event 12, barrel tower at index 5: an ADC is 0..4095, got 4096");
        assertThat(block.events()).isZero();
    }

    @Test
    void aBlockFilledInPlaceIsTheSameAsOneOfAddedEvents() {
        var random = new SplittableRandom(11);
        AdcColumns added = AdcColumns.ofBarrel(3);
        AdcColumns filled = AdcColumns.ofBarrel(3);
        for (int e = 0; e < 3; e++) {
            int[] adc = random.ints(BarrelMap.TOWERS, 0, 4096).toArray();
            added.add(e, adc);
            for (int tower = 0; tower < adc.length; tower++) filled.tower(tower)[e] = adc[tower];
        }
        filled.filled(3);
        assertThat(filled).usingRecursiveComparison().isEqualTo(added);
        filled.tower(17)[1] = -1;
        assertThatThrownBy(() -> filled.filled(3))
                .hasMessage(
                        "place 1 of the block, barrel tower at index 17: an ADC is 0..4095, got"
                                + " -1");
        assertThat(filled.events()).isZero();
        assertThatThrownBy(() -> filled.filled(4)).hasMessage("a block of 3 events got 4");
    }

    @Test
    void aFullBlockTakesNoMore() {
        AdcColumns block = AdcColumns.ofEndcap(1);
        block.add(0, new int[EndcapMap.TOWERS]);
        assertThatThrownBy(() -> block.add(1, new int[EndcapMap.TOWERS]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the block is full with 1 events");
    }

    @Test
    void settingsThatTheElectronicsDoesNotHaveAreRefused() {
        BarrelTables tables = Runs.plain();
        tables.patches().bitConversion()[7] = 5;
        assertThatThrownBy(
                        () -> new BarrelFrontEnd(Runs.start(RUN, tables, FrontEndRules.mended())))
                .hasMessage("barrel patch 7: a bit conversion is 0, 1, 2 or 3, got 5");
        BarrelTables withoutScale = Runs.plain();
        withoutScale.patches().scale()[8] = 0;
        assertThatThrownBy(
                        () ->
                                new BarrelFrontEnd(
                                        Runs.start(RUN, withoutScale, FrontEndRules.mended())))
                .hasMessage("barrel patch 8: its sum is on, but its scale is 0");
        withoutScale.patches().sumStatus()[8] = 0;
        assertThat(
                        new BarrelFrontEnd(Runs.start(RUN, withoutScale, FrontEndRules.mended()))
                                .sumBeforeFaults(8, 50))
                .isZero();
    }

    @Test
    void moreTowersThanAPatchHasInputsAreRefused() {
        BarrelTables plain = Runs.plain();
        var tables =
                new BarrelTables(
                        new TableOrigin.File(new int[BarrelMap.TOWERS]),
                        24,
                        plain.pedestalAdc(),
                        plain.towerStatus(),
                        plain.patches());
        assertThatThrownBy(
                        () -> new BarrelFrontEnd(Runs.start(RUN, tables, FrontEndRules.mended())))
                .hasMessage("barrel patch 0: 16 towers fit into a patch, got 4800");
    }
}
