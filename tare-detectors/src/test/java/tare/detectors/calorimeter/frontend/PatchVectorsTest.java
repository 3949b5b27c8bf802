package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;
import tare.detectors.calorimeter.map.EndcapPatch;
import tare.detectors.calorimeter.table.TableRow;

/// Single patches agree with the reference; each row of the vectors becomes a patch of a detector.
class PatchVectorsTest {
    @Test
    void barrelPatchesAgreeWithTheReference() {
        List<TableRow> rows = Vectors.rows("patch.csv");
        assertThat(rows).hasSize(900);
        // The pedestal shift is one for the whole detector.
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.whole("pedestal_shift")))
                .forEach(
                        (shift, sameShift) -> {
                            for (int from = 0; from < sameShift.size(); from += BarrelMap.PATCHES)
                                checkBarrel(
                                        shift,
                                        sameShift.subList(
                                                from,
                                                Math.min(
                                                        from + BarrelMap.PATCHES,
                                                        sameShift.size())));
                        });
    }

    private static void checkBarrel(int shift, List<TableRow> rows) {
        int[] adc = new int[BarrelMap.TOWERS];
        int[] feePedestal = new int[BarrelMap.TOWERS];
        int[] good = new int[BarrelMap.TOWERS];
        int[] masked = new int[BarrelMap.PATCHES];
        PatchTable patches = PatchTable.blank();
        for (int p = 0; p < rows.size(); p++) {
            TableRow row = rows.get(p);
            float[] pedestal = Vectors.floats(row, "pedestal");
            System.arraycopy(Vectors.ints(row, "adc"), 0, adc, 16 * p, 16);
            System.arraycopy(Vectors.ints(row, "tower_status"), 0, good, 16 * p, 16);
            for (int i = 0; i < 16; i++)
                feePedestal[16 * p + i] =
                        FeePedestal.of(pedestal[i], shift, PedestalRounding.HALF_TO_EVEN).bits();
            masked[p] = row.whole("num_masked");
            fill(patches, p, row);
        }
        var frontEnd =
                new BarrelFrontEnd(
                        new BarrelSettings(
                                new RunNumber(1),
                                EventKind.RECORDED,
                                FrontEndRules.asReference(),
                                shift,
                                IntStream.range(0, BarrelMap.TOWERS).map(t -> t / 16).toArray(),
                                feePedestal,
                                good,
                                masked,
                                patches,
                                List.of()));
        AdcColumns block = AdcColumns.ofBarrel(1);
        block.add(0, adc);
        var out = PatchColumns.ofBarrel(1);
        frontEnd.process(block, out);
        for (int p = 0; p < rows.size(); p++) {
            TableRow row = rows.get(p);
            assertThat(out.rawSum(p)[0])
                    .as("%s", row.wrong("patch_sum_raw"))
                    .isEqualTo(row.whole("patch_sum_raw"));
            check(row, p, out);
        }
    }

    private static void fill(PatchTable patches, int p, TableRow row) {
        patches.bitConversion()[p] = row.whole("bit_conversion");
        patches.highTowerStatus()[p] = row.whole("ht_status");
        patches.sumStatus()[p] = row.whole("pa_status");
        patches.formula()[p] = row.whole("formula");
        patches.scale()[p] = Vectors.single(row, "scale");
        patches.lutPedestal()[p] = Vectors.single(row, "lut_ped");
        patches.sigma()[p] = Vectors.single(row, "sigma");
        patches.powerUp()[p] = Vectors.single(row, "powerup");
    }

    private static void check(TableRow row, int patch, PatchColumns out) {
        assertThat(out.highTower(patch)[0])
                .as("%s", row.wrong("patch_ht"))
                .isEqualTo(row.whole("patch_ht"));
        assertThat(out.sum(patch)[0])
                .as("%s", row.wrong("patch_sum"))
                .isEqualTo(row.whole("patch_sum"));
        assertThat(out.word(patch)[0])
                .as("%s", row.wrong("dsm_word"))
                .isEqualTo(row.whole("dsm_word"));
    }

    @Test
    void endcapPedestalsAgreeWithTheReference() {
        List<TableRow> rows = Vectors.rows("eeped4.csv");
        assertThat(rows).hasSize(529);
        for (TableRow row : rows)
            assertThat(EndcapPedestal.steps(Vectors.single(row, "pedestal")))
                    .as("%s", row.wrong("ped4"))
                    .isEqualTo(row.whole("ped4"));
    }

    @Test
    void endcapPatchesAgreeWithTheReference() {
        List<TableRow> rows = Vectors.rows("eepatch.csv");
        assertThat(rows).hasSize(900);
        var waiting = new ArrayList<>(rows);
        while (!waiting.isEmpty()) waiting.removeAll(checkEndcap(waiting));
    }

    /// Gives each patch of the endcap the next row with its number of towers.
    private static List<TableRow> checkEndcap(List<TableRow> waiting) {
        EndcapMap map = EndcapMap.standard();
        List<TableRow> left = new ArrayList<>(waiting);
        int[] adc = new int[EndcapMap.TOWERS];
        int[] steps = new int[EndcapMap.TOWERS];
        boolean[] masked = new boolean[EndcapMap.TOWERS];
        boolean[] highTowerGood = new boolean[EndcapMap.PATCHES];
        boolean[] sumGood = new boolean[EndcapMap.PATCHES];
        TableRow[] rowOf = new TableRow[EndcapMap.PATCHES];
        for (EndcapPatch patch : map.patches()) {
            var found =
                    left.stream().filter(r -> r.whole("n_towers") == patch.towers()).findFirst();
            if (found.isEmpty()) continue;
            TableRow row = found.get();
            left.remove(row);
            rowOf[patch.patch()] = row;
            int[] towers = towersOf(map, patch);
            for (int i = 0; i < towers.length; i++) {
                adc[towers[i]] = Vectors.ints(row, "adc")[i];
                steps[towers[i]] = Vectors.ints(row, "ped4")[i];
                masked[towers[i]] = Vectors.ints(row, "mask")[i] != 0;
            }
            highTowerGood[patch.patch()] = row.whole("ht_mask") != 0;
            sumGood[patch.patch()] = row.whole("pa_mask") != 0;
        }
        AdcColumns block = AdcColumns.ofEndcap(1);
        block.add(0, adc);
        var out = PatchColumns.ofEndcap(1);
        new EndcapFrontEnd(map, new EndcapSettings(steps, masked, highTowerGood, sumGood))
                .process(block, out);
        List<TableRow> done = Arrays.stream(rowOf).filter(row -> row != null).toList();
        for (int p = 0; p < rowOf.length; p++) if (rowOf[p] != null) check(rowOf[p], p, out);
        return done;
    }

    private static int[] towersOf(EndcapMap map, EndcapPatch patch) {
        return IntStream.range(0, EndcapMap.TOWERS)
                .filter(t -> map.towers().get(t).patch() == patch.patch())
                .toArray();
    }
}
