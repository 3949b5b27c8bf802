package tare.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tare.calibrate.accumulate.Sums;
import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;

/// Hits per second of one thread into the counters of a gain scan, packed as they are and as the
/// general accumulator would hold them (ADR 9).
///
/// Read the column `hits` [1/s]. Events of 272 ROCs with 6 pixels each, 5 at each of 29 points, go
/// through the patterns in the order of the production scan, each into fresh counters.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ScanLayoutBenchmark {
    private static final int ROCS = 272;
    private static final int PLACES = 6;
    private static final int SLOTS = ROCS * PLACES;
    private static final int POINTS = 29;
    private static final int TRIGGERS = 5;
    private static final int PATTERNS = 20;
    private static final int PLACE_BITS = 13;

    /// Counts hits beside operations.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Hits {
        public long hits;
    }

    private final SlotTable table = SlotTable.of(PLACE_BITS, 0, 4, 8, 12, 16, 20);
    private final DigiBatch[] events = new DigiBatch[16];
    private final long[] offPattern = new long[ROCS];
    private final ScanCounters[] packed = new ScanCounters[PATTERNS];
    private final Sums[] general = new Sums[PATTERNS];

    @Setup
    public void simulate() {
        var random = new SplittableRandom(1);
        for (int event = 0; event < events.length; event++) {
            events[event] = new DigiBatch(SLOTS);
            for (int slot = 0; slot < SLOTS; slot++) {
                int channel = slot / PLACES << PLACE_BITS | 4 * (slot % PLACES);
                events[event].add(channel, 40 + random.nextInt(160));
            }
        }
    }

    @Setup(Level.Invocation)
    public void clear() {
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            packed[pattern] = new ScanCounters(POINTS, SLOTS);
            general[pattern] = new Sums(POINTS * SLOTS);
        }
    }

    /// Baseline: a packed `long` for each point of a pixel.
    @Benchmark
    public ScanCounters[] scanCounters(Hits counter) {
        for (ScanCounters pattern : packed) {
            for (int event = 0; event < POINTS * TRIGGERS; event++) {
                pattern.add(event / TRIGGERS, events[event % 16], table, offPattern);
            }
        }
        counter.hits += (long) PATTERNS * POINTS * TRIGGERS * SLOTS;
        return packed;
    }

    /// The same hits into sums whose channels are the points of pixels.
    @Benchmark
    public Sums[] sums(Hits counter) {
        for (Sums pattern : general) {
            for (int event = 0; event < POINTS * TRIGGERS; event++) {
                add(pattern, event / TRIGGERS * SLOTS, events[event % 16]);
            }
        }
        counter.hits += (long) PATTERNS * POINTS * TRIGGERS * SLOTS;
        return general;
    }

    private void add(Sums sums, int row, DigiBatch hits) {
        int mask = (1 << PLACE_BITS) - 1;
        for (int i = 0; i < hits.size; i++) {
            int roc = hits.channel[i] >>> PLACE_BITS;
            int slot = table.slot(hits.channel[i] & mask);
            if (slot < 0) offPattern[roc]++;
            else sums.add(row + roc * PLACES + slot, hits.value[i]);
        }
    }
}
