package tare.benchmarks;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;
import tare.core.work.Workers;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.decode.RawFile;
import tare.detectors.pixel.gain.FedCalibration;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.PixelDecoder;
import tare.detectors.pixel.raw.PixelWord;

/// Hits per second of one thread from a mapped dump to counters, in the scan's real order.
///
/// Read the column `hits` [1/s]. Baselines in the same run: a plain copy of the same bytes, and the
/// reference's structure, a map lookup per hit.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
public class DecodeBenchmark {
    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Counts hits beside operations.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Hits {
        public long hits;
    }

    private ScanDump dump;
    private RawFile file;
    private DumpIndex index;
    private PixelGeometry geometry;

    @Setup
    public void write() throws IOException {
        dump = ScanDump.write();
        file = RawFile.open(dump.path);
        index = DumpIndex.of(file, Counting.MENDED);
        geometry = PixelGeometry.phase1();
    }

    @TearDown
    public void remove() throws IOException {
        file.close();
        Files.delete(dump.path);
    }

    /// Baseline: the payload words, copied.
    @Benchmark
    public int copyOfTheSameBytes(Hits counter) {
        int[] words = new int[2048];
        MemorySegment bytes = file.bytes();
        int last = 0;
        for (long at = 0; at + 8192 <= bytes.byteSize(); at += 8192) {
            MemorySegment.copy(bytes, WORD, at, words, 0, 2048);
            last += words[7];
        }
        counter.hits += dump.hits;
        return last;
    }

    /// Framing alone: every 64-bit word tested for a trailer.
    @Benchmark
    public int frame(Hits counter) throws IOException {
        counter.hits += dump.hits;
        return DumpIndex.of(file, Counting.MENDED).size();
    }

    /// Decode and accumulate blocks that have been framed.
    @Benchmark
    public long decodeAndAccumulate(Hits counter) {
        counter.hits += dump.hits;
        return accumulate(index);
    }

    /// The general way: hits handed from a decoder to a sink, batch by batch.
    @Benchmark
    public long decodeThenAdd(Hits counter) {
        counter.hits += dump.hits;
        var decoder = new PixelDecoder(index, dump.cabling);
        var loop = new BlockLoop(index);
        var sink = new CountingSink(dump, index);
        for (int block = 0; block < index.size(); block++) loop.run(block, decoder, sink);
        return sink.counted;
    }

    private static final class CountingSink implements DigiSink {
        private final ScanDump dump;
        private final DumpIndex index;
        private final ScanCounters[] counters;
        private final SlotTable[] slots;
        private final long[] offPattern;
        private int pattern;
        private int point;
        private long counted;

        CountingSink(ScanDump dump, DumpIndex index) {
            this.dump = dump;
            this.index = index;
            counters = new ScanCounters[dump.scan.patterns()];
            slots = new SlotTable[dump.scan.patterns()];
            offPattern = new long[dump.cabling.rocCount()];
        }

        @Override
        public void begin(int block) {
            int event = index.header(block).eventNumber();
            pattern = dump.scan.pattern(event);
            point = dump.scan.point(event);
            if (counters[pattern] == null) begin();
        }

        private void begin() {
            int[] places =
                    dump.scan.rows(pattern).stream()
                            .flatMapToInt(
                                    row ->
                                            dump.scan.columns(pattern).stream()
                                                    .mapToInt(c -> PixelDecoder.pixel(row, c)))
                            .toArray();
            slots[pattern] = SlotTable.of(PixelDecoder.PIXEL_BITS, places);
            counters[pattern] =
                    new ScanCounters(dump.scan.points(), dump.cabling.rocCount() * places.length);
        }

        @Override
        public void accept(DigiBatch hits) {
            counted += counters[pattern].add(point, hits, slots[pattern], offPattern);
        }
    }

    /// All of it: frame, decode, accumulate.
    @Benchmark
    public long frameDecodeAndAccumulate(Hits counter) throws IOException {
        counter.hits += dump.hits;
        return accumulate(DumpIndex.of(file, Counting.MENDED));
    }

    private long accumulate(DumpIndex blocks) {
        var calibration =
                new FedCalibration(dump.cabling, dump.scan, geometry, Workers.onCallingThread());
        calibration.add(blocks, 1, _ -> {});
        long counted = calibration.fate().counted();
        if (counted != dump.hits) throw new IllegalStateException(counted + " of " + dump.hits);
        return counted;
    }

    /// Baseline: module → pixel → sums in maps, looked up hit by hit, as the reference does it.
    @Benchmark
    public long mapPerHit(Hits counter) {
        counter.hits += dump.hits;
        GainScan scan = dump.scan;
        long found = 0;
        var modules = new HashMap<Integer, Map<Integer, int[]>>();
        for (int block = 0; block < index.size(); block++) {
            int event = index.header(block).eventNumber();
            if ((event - 1) % scan.eventsPerPattern() == 0) modules.clear();
            int point = scan.point(event);
            long at = index.payloadOffset(block);
            for (long i = 0; i < index.payloadWords(block); i++, at += 4) {
                found += addToMap(file.bytes().get(WORD, at), point, scan.points(), modules);
            }
        }
        return found;
    }

    private int addToMap(
            int word, int point, int points, Map<Integer, Map<Integer, int[]>> modules) {
        int ordinal = dump.cabling.ordinal(PixelWord.linkRoc(word));
        if (ordinal == FedCabling.UNCABLED) return 0;
        var format = dump.cabling.addressFormat(ordinal);
        if (!format.isValid(word)) return 0;
        var orientation = geometry.module(dump.cabling.moduleIndex(ordinal)).orientation();
        int position = dump.cabling.position(ordinal);
        int pixel =
                orientation.moduleRow(position, format.row(word)) * 416
                        + orientation.moduleColumn(position, format.column(word));
        int[] sums =
                modules.computeIfAbsent(dump.cabling.moduleIndex(ordinal), _ -> new HashMap<>())
                        .computeIfAbsent(pixel, _ -> new int[3 * points]);
        int adc = PixelWord.adc(word);
        sums[3 * point]++;
        sums[3 * point + 1] += adc;
        sums[3 * point + 2] += adc * adc;
        return 1;
    }
}
