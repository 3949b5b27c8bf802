package tare.benchmarks;

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
import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;
import tare.detectors.pixel.gain.ChargeAxis;
import tare.detectors.pixel.gain.ErrorModel;
import tare.detectors.pixel.gain.FitResults;
import tare.detectors.pixel.gain.FitSettings;
import tare.detectors.pixel.gain.GainFit;
import tare.detectors.pixel.gain.GainLimits;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.raw.Counting;

/// Pixels per second of one thread through the gain fit with all its rules.
///
/// Read the column `pixels` [1/s]. Baseline in the same run: a plain copy of the same counters.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GainFitBenchmark {
    /// Two modules in a pattern of the production scan: half of four modules that share their VCal
    /// constants, as most groups of a FED do.
    private static final int LANES = 192;

    private static final int BLOCKS = 8;
    private static final int PATTERNS = 8;
    private static final int PLACES = 6;

    /// Counts pixels beside operations.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Pixels {
        public long pixels;
    }

    private final GainScan scan = GainScan.PRODUCTION;
    private final ScanCounters[] counters = new ScanCounters[PATTERNS];
    private final ChargeAxis axis = scan.axis(50.0f, -60f);
    private final FitResults results = new FitResults(LANES);
    private final long[] cells = new long[scan.points() * BLOCKS * LANES];
    private final long[] copy = new long[LANES];

    @Param public ErrorModel errorModel = ErrorModel.PER_POINT;

    private GainFit fit;

    @Setup
    public void simulate() {
        fit =
                new GainFit(
                        scan.points(),
                        LANES,
                        new FitSettings(GainLimits.PRODUCTION, errorModel),
                        Counting.MENDED);
        for (int pattern = 0; pattern < PATTERNS; pattern++) counters[pattern] = simulate(pattern);
    }

    /// Gain 200 ± 20 e/ADC, pedestal 40 ± 10 ADC, saturation at 205 ADC, noise 1 ADC.
    private ScanCounters simulate(long seed) {
        var random = new SplittableRandom(seed);
        int slots = BLOCKS * LANES;
        double[] gain = random.doubles(slots, -1, 1).map(r -> 200 + 35 * r).toArray();
        double[] pedestal = random.doubles(slots, -1, 1).map(r -> 40 + 17 * r).toArray();
        SlotTable table = SlotTable.of(13, 0, 4, 8, 12, 16, 20);
        var pattern = new ScanCounters(scan.points(), slots);
        var hits = new DigiBatch(slots);
        for (int point = 0; point < scan.points(); point++) {
            double charge = scan.vcal().get(point) * 6.5 * 50 - 60;
            for (int trigger = 0; trigger < scan.repeat(); trigger++) {
                hits.clear();
                for (int slot = 0; slot < slots; slot++) {
                    double mean = Math.min(pedestal[slot] + charge / gain[slot], 205);
                    double adc = mean + random.nextGaussian();
                    int channel = slot / PLACES << 13 | 4 * (slot % PLACES);
                    hits.add(channel, Math.clamp(Math.round(adc), 0, 255));
                }
                pattern.add(point, hits, table, new long[slots / PLACES]);
            }
        }
        return pattern;
    }

    /// Baseline: the cells of the same pixels, copied.
    @Benchmark
    public long copyOfTheSameBytes(Pixels counter) {
        long last = 0;
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            for (int from = 0; from < cells.length; from += LANES) {
                System.arraycopy(cells, from, copy, 0, LANES);
                last += copy[3];
            }
        }
        counter.pixels += PATTERNS * BLOCKS * LANES;
        return last;
    }

    @Benchmark
    public FitResults fit(Pixels counter) {
        for (ScanCounters pattern : counters) {
            for (int slot = 0; slot < BLOCKS * LANES; slot += LANES) {
                fit.fit(pattern, slot, LANES, axis, results);
            }
        }
        counter.pixels += PATTERNS * BLOCKS * LANES;
        return results;
    }
}
