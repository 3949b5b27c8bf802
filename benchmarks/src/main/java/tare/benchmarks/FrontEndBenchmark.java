package tare.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.frontend.AdcColumns;
import tare.detectors.calorimeter.frontend.BarrelFrontEnd;
import tare.detectors.calorimeter.frontend.BarrelRunStart;
import tare.detectors.calorimeter.frontend.BarrelSettings;
import tare.detectors.calorimeter.frontend.BarrelTables;
import tare.detectors.calorimeter.frontend.EndcapFrontEnd;
import tare.detectors.calorimeter.frontend.EndcapSettings;
import tare.detectors.calorimeter.frontend.EndcapTables;
import tare.detectors.calorimeter.frontend.EventKind;
import tare.detectors.calorimeter.frontend.FrontEndRules;
import tare.detectors.calorimeter.frontend.PatchColumns;
import tare.detectors.calorimeter.frontend.PatchTable;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;

/// Trigger words of 390 patches from 5,520 towers, by one thread, block after block.
///
/// Read the column `events` [1/s]. Baseline in the same run: a plain loop that reads the same ADC
/// columns once and adds them up event by event.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FrontEndBenchmark {
    /// Counts events beside operations.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Events {
        public long events;
    }

    /// Events of a block.
    @Param({"64", "256"})
    public int block;

    private AdcColumns barrelAdc;
    private AdcColumns endcapAdc;
    private PatchColumns barrelPatches;
    private PatchColumns endcapPatches;
    private BarrelFrontEnd barrel;
    private EndcapFrontEnd endcap;
    private int[] sum;

    @Setup
    public void fill() {
        barrelAdc = AdcColumns.ofBarrel(block);
        endcapAdc = AdcColumns.ofEndcap(block);
        barrelPatches = PatchColumns.ofBarrel(block);
        endcapPatches = PatchColumns.ofEndcap(block);
        sum = new int[block];
        var random = new SplittableRandom(7);
        for (int e = 0; e < block; e++) {
            barrelAdc.add(e, event(random, BarrelMap.TOWERS));
            endcapAdc.add(e, event(random, EndcapMap.TOWERS));
        }
        barrel = new BarrelFrontEnd(barrelSettings(random));
        endcap = new EndcapFrontEnd(EndcapMap.standard(), endcapSettings(random));
    }

    /// Pedestals with noise, and a signal in one tower of twenty.
    private static int[] event(SplittableRandom random, int towers) {
        int[] adc = new int[towers];
        for (int tower = 0; tower < towers; tower++)
            adc[tower] = random.nextInt(20) == 0 ? random.nextInt(4096) : 20 + random.nextInt(20);
        return adc;
    }

    private static BarrelSettings barrelSettings(SplittableRandom random) {
        int n = BarrelMap.PATCHES;
        int[] on = filled(n, 1);
        int[] two = filled(n, 2);
        float[] ones = new float[n];
        Arrays.fill(ones, 1);
        var tables =
                new BarrelTables(
                        new BarrelTables.TableOrigin.Database(),
                        24,
                        pedestals(random, BarrelMap.TOWERS),
                        filled(BarrelMap.TOWERS, 1),
                        new PatchTable(on, on, two, two, ones, new float[n], new float[n], ones));
        return BarrelRunStart.standard(BarrelMap.standard())
                .settings(
                        new RunNumber(16_090_001),
                        tables,
                        EventKind.RECORDED,
                        FrontEndRules.asReference());
    }

    private static EndcapSettings endcapSettings(SplittableRandom random) {
        boolean[] known = new boolean[EndcapMap.TOWERS];
        Arrays.fill(known, true);
        return EndcapSettings.of(
                new EndcapTables(
                        pedestals(random, EndcapMap.TOWERS),
                        new int[EndcapMap.TOWERS],
                        new int[EndcapMap.TOWERS],
                        known));
    }

    private static int[] filled(int length, int value) {
        int[] column = new int[length];
        Arrays.fill(column, value);
        return column;
    }

    private static float[] pedestals(SplittableRandom random, int towers) {
        float[] pedestal = new float[towers];
        for (int tower = 0; tower < towers; tower++)
            pedestal[tower] = 20 + 20 * (float) random.nextDouble();
        return pedestal;
    }

    /// Baseline: the same columns, read once.
    @Benchmark
    public int[] readOfTheSameColumns(Events counter) {
        Arrays.fill(sum, 0);
        for (int tower = 0; tower < BarrelMap.TOWERS; tower++) add(barrelAdc.tower(tower));
        for (int tower = 0; tower < EndcapMap.TOWERS; tower++) add(endcapAdc.tower(tower));
        counter.events += block;
        return sum;
    }

    private void add(int[] adc) {
        for (int e = 0; e < block; e++) sum[e] += adc[e];
    }

    /// Barrel and endcap up to the words for the boards.
    @Benchmark
    public PatchColumns words(Events counter) {
        barrel.process(barrelAdc, barrelPatches);
        endcap.process(endcapAdc, endcapPatches);
        counter.events += block;
        return endcapPatches;
    }
}
