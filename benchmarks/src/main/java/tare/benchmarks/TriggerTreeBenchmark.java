package tare.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.dsm.CalorimeterTrigger;
import tare.trigger.dsm.DsmTree;
import tare.trigger.dsm.Registers;
import tare.trigger.dsm.TreeWords;

/// Events per second of one thread through all boards of the calorimeters' trigger.
///
/// Baselines in the same run: the same boards event by event (`block` 1), which is what a simulator
/// without blocks does at best, and a plain copy of the 390 input words.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TriggerTreeBenchmark {
    private static final int EVENTS = 4096;

    /// Events of a block.
    @Param({"1", "64", "256", "1024"})
    public int block;

    /// A run of each firmware that differs much.
    @Param({"10100001", "14090001", "17100001"})
    public long run;

    private DsmTree tree;
    private TreeWords words;
    private int[][] copy;
    private final Map<String, Registers> registers = new HashMap<>();

    @Setup
    public void wire() {
        tree = CalorimeterTrigger.tables().at(new RunNumber(run));
        words = tree.words(block);
        words.setEvents(block);
        for (String board : tree.boards()) registers.put(board, Registers.of(20, 28, 36, 1, 30));
        var random = new SplittableRandom(1);
        fill(words.inputs(CalorimeterTrigger.BARREL_PATCH), random);
        fill(words.inputs(CalorimeterTrigger.ENDCAP_PATCH), random);
        copy = new int[390][block];
    }

    private static void fill(int[][] lanes, SplittableRandom random) {
        for (int[] lane : lanes)
            for (int e = 0; e < lane.length; e++) lane[e] = random.nextInt(4096);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int allBoards() {
        int last = 0;
        for (int from = 0; from < EVENTS; from += block) {
            tree.run(words, registers);
            last += words.decision()[0];
        }
        return last;
    }

    /// Baseline: the words that come in, copied.
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int copyOfTheInputs() {
        int last = 0;
        for (int from = 0; from < EVENTS; from += block) {
            copy(words.inputs(CalorimeterTrigger.BARREL_PATCH), 0);
            copy(words.inputs(CalorimeterTrigger.ENDCAP_PATCH), 300);
            last += copy[389][0];
        }
        return last;
    }

    private void copy(int[][] lanes, int first) {
        for (int k = 0; k < lanes.length; k++) {
            System.arraycopy(lanes[k], 0, copy[first + k], 0, block);
        }
    }
}
