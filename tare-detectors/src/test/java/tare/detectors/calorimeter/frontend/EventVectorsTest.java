package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;

/// Settings and patches of whole events agree with the reference, for all its years and modes.
class EventVectorsTest {
    private static final BarrelMap BARREL = BarrelMap.standard();
    private static final BarrelRunStart RUN_START = BarrelRunStart.standard(BARREL);

    private static BarrelSettings settings(EventSet set) {
        return RUN_START.settings(
                set.run(), set.barrel(), EventKind.RECORDED, FrontEndRules.asReference());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009", "2012", "2013a", "2013", "2015", "2016", "2017"})
    void theRunStartsWithTheReferencesSettings(String tag) {
        List<EventSet> sets = Vectors.sets(tag);
        assertThat(sets).hasSize(3);
        for (EventSet set : sets) {
            BarrelSettings barrel = settings(set);
            PatchTable patches = barrel.patches();
            same(set, "tower_fee_ped", barrel.feePedestal());
            same(set, "tower_good", barrel.good());
            same(set, "tower_trigger_patch", barrel.patchOfTower());
            same(set, "num_masked", barrel.maskedTowers());
            same(set, "bit_conversion", patches.bitConversion());
            same(set, "ht_status", patches.highTowerStatus());
            same(set, "pa_status", patches.sumStatus());
            same(set, "lut_formula", patches.formula());
            assertThat(patches.lutPedestal())
                    .as("lut_ped of %s", set.name())
                    .isEqualTo(set.expectedFloatsAtStart("lut_ped"));
            EndcapSettings endcap = EndcapSettings.of(set.endcap());
            same(set, "eemc_ped4", endcap.steps());
            assertThat(ints(endcap.masked()))
                    .as("eemc_masked of %s", set.name())
                    .isEqualTo(
                            IntStream.of(set.expectedAtStart("eemc_masked"))
                                    .map(Integer::signum)
                                    .toArray());
        }
    }

    private static void same(EventSet set, String column, int[] found) {
        assertThat(found).as(column + " of " + set.name()).isEqualTo(set.expectedAtStart(column));
    }

    private static int[] ints(boolean[] flags) {
        return IntStream.range(0, flags.length).map(i -> flags[i] ? 1 : 0).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009", "2012", "2013a", "2013", "2015", "2016", "2017"})
    void patchesOfABlockAreTheReferences(String tag) {
        for (EventSet set : Vectors.sets(tag)) {
            List<EventSet.Event> events = set.events();
            assertThat(events).hasSize(10);
            AdcColumns barrelAdc = AdcColumns.ofBarrel(events.size());
            AdcColumns endcapAdc = AdcColumns.ofEndcap(events.size());
            for (int e = 0; e < events.size(); e++) {
                barrelAdc.add(e, events.get(e).adc("bemc"));
                endcapAdc.add(e, events.get(e).adc("eemc"));
            }
            var barrel = PatchColumns.ofBarrel(events.size());
            new BarrelFrontEnd(settings(set)).process(barrelAdc, barrel);
            same(set, "bemc_ht", barrel::highTower);
            same(set, "bemc_pa", barrel::sum);
            var endcap = PatchColumns.ofEndcap(events.size());
            new EndcapFrontEnd(EndcapMap.standard(), EndcapSettings.of(set.endcap()))
                    .process(endcapAdc, endcap);
            same(set, "eemc_ht", endcap::highTower);
            same(set, "eemc_pa", endcap::sum);
        }
    }

    private static void same(EventSet set, String column, IntFunction<int[]> found) {
        List<EventSet.Event> events = set.events();
        for (int e = 0; e < events.size(); e++) {
            int[] expected = events.get(e).expected(column);
            int event = e;
            assertThat(
                            IntStream.range(0, expected.length)
                                    .map(p -> found.apply(p)[event])
                                    .toArray())
                    .as("%s of %s, event %d", column, set.name(), e)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009", "2012", "2013a", "2013", "2015", "2016", "2017"})
    void highTowersOfSingleTowersAreTheReferences(String tag) {
        for (EventSet set : Vectors.sets(tag)) {
            var frontEnd = new BarrelFrontEnd(settings(set));
            for (EventSet.Event event : set.events()) {
                int[] adc = event.adc("bemc");
                assertThat(
                                IntStream.range(0, adc.length)
                                        .map(tower -> frontEnd.highTower(tower, adc[tower]))
                                        .toArray())
                        .as(set.name())
                        .isEqualTo(event.expected("tower_ht"));
            }
        }
    }
}
