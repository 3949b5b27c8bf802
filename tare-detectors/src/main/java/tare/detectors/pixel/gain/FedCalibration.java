package tare.detectors.pixel.gain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import tare.calibrate.scan.ScanCounters;
import tare.decode.RawFile;
import tare.decode.Tally;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.detectors.pixel.vcal.ModuleVcal;

/// The gain calibration of one FED: first dumps are added, then every cabled pixel is fitted.
///
/// Work is divided by pattern, so tasks share nothing and results do not depend on their number.
/// The counters of a full FED take 270 MB. Not thread-safe itself; it hands tasks to [Workers].
public final class FedCalibration {
    /// Shares per thread, for threads to end together and to hold little of the file in memory.
    private static final int SHARES = 8;

    private final FedCabling cabling;
    private final GainScan scan;
    private final PixelGeometry geometry;
    private final Workers workers;
    private final ScanCounters[] counters;
    private final Tally<PixelWordKind> tally = new Tally<>(PixelWordKind.class);
    private final PixelErrors errors = PixelErrors.none();
    private final HitFate fate = new HitFate();
    private final long[] offPatternByRoc;
    private final long[] invalidByRoc;
    private Counting counting = Counting.MENDED;
    private long lastEvent;
    private final BitSet covered = new BitSet();
    private final BitSet coveredTwice = new BitSet();

    public FedCalibration(
            FedCabling cabling, GainScan scan, PixelGeometry geometry, Workers workers) {
        this.cabling = cabling;
        this.scan = scan;
        this.geometry = geometry;
        this.workers = workers;
        counters = new ScanCounters[scan.patterns()];
        offPatternByRoc = new long[cabling.rocCount()];
        invalidByRoc = new long[cabling.rocCount()];
    }

    /// Decodes a dump and adds its hits.
    ///
    /// @param firstEvent recorded number of the scan's first event
    /// @param progress is told how many hits each step has decoded
    /// @return what the sequence of event numbers shows
    public EventNumbers add(DumpIndex index, int firstEvent, LongConsumer progress) {
        counting = index.counting();
        EventNumbers numbers = EventNumbers.of(index, firstEvent, scan.events());
        for (long event : numbers.ofBlock()) lastEvent = Math.max(lastEvent, event);
        cover(numbers);
        tally.merge(index.framing());
        errors.merge(index.errors());
        workers.run(
                BlockShare.divide(scan, numbers.ofBlock(), SHARES * workers.threads()),
                share -> decode(index, numbers, share, progress));
        return numbers;
    }

    private void cover(EventNumbers numbers) {
        var own = new BitSet();
        for (long event : numbers.ofBlock()) if (scan.contains(event)) own.set((int) event);
        var again = (BitSet) own.clone();
        again.and(covered);
        coveredTwice.or(again);
        covered.or(own);
    }

    private void decode(
            DumpIndex index, EventNumbers numbers, BlockShare share, LongConsumer progress) {
        for (int pattern = share.fromPattern(); pattern < share.untilPattern(); pattern++) {
            if (counters[pattern] == null) {
                counters[pattern] =
                        new ScanCounters(
                                scan.points(), cabling.rocCount() * scan.pixels(pattern).length);
            }
        }
        var accumulator = new ScanAccumulator(index, cabling, scan, numbers.ofBlock(), counters);
        for (int block : share.blocks()) progress.accept(accumulator.add(block));
        merge(accumulator);
        release(index, share.blocks());
    }

    /// A share of a file in the scan's order is one stretch of it.
    private static void release(DumpIndex index, int[] blocks) {
        if (blocks.length == 0) return;
        int last = blocks[blocks.length - 1];
        long from = index.offset(blocks[0]);
        long until = index.payloadOffset(last) + Integer.BYTES * index.payloadWords(last);
        RawFile.release(index.bytes(), from, until - from);
    }

    private synchronized void merge(ScanAccumulator part) {
        tally.merge(part.decoder().tally());
        errors.merge(part.decoder().errors());
        fate.merge(part.fate());
        addTo(offPatternByRoc, part.offPatternByRoc());
        addTo(invalidByRoc, part.decoder().invalidByRoc());
    }

    private static void addTo(long[] sums, long[] counts) {
        for (int i = 0; i < sums.length; i++) sums[i] += counts[i];
    }

    /// Fits every cabled pixel.
    ///
    /// @param progress is told how many pixels each step has fitted
    /// @return the modules of this FED in dense order
    public List<ModuleGains> fit(FitSettings settings, ModuleVcal vcal, LongConsumer progress) {
        ModuleGains[] ofRoc = new ModuleGains[cabling.rocCount()];
        var modules = new ArrayList<ModuleGains>();
        for (int roc = 0; roc < ofRoc.length; roc = endOfModule(roc)) {
            var gains = new ModuleGains(geometry.module(cabling.moduleIndex(roc)));
            Arrays.fill(ofRoc, roc, endOfModule(roc), gains);
            modules.add(gains);
        }
        boolean[] pulsed = pulsedPixels();
        for (int roc = 0; roc < ofRoc.length; roc++) {
            instrument(ofRoc[roc], cabling.position(roc), pulsed);
        }
        List<GroupFit.Group> groups = GroupFit.Group.divide(cabling, scan, vcal);
        workers.run(
                shares(fittedPatterns()),
                patterns -> {
                    for (GroupFit.Group group : groups) {
                        progress.accept(fit(group, patterns, settings, ofRoc));
                    }
                });
        return List.copyOf(modules);
    }

    /// Pixels of a ROC that some pattern pulses.
    private boolean[] pulsedPixels() {
        boolean[] pulsed = new boolean[RocPixel.ROWS * RocPixel.COLUMNS];
        for (int pattern = 0; pattern < scan.patterns(); pattern++) {
            for (int pixel : scan.pixels(pattern)) pulsed[pixel] = true;
        }
        return pulsed;
    }

    private static void instrument(ModuleGains gains, int position, boolean[] pulsed) {
        for (int pixel = 0; pixel < pulsed.length; pixel++) {
            int row = pixel / RocPixel.COLUMNS;
            int at = pixelOfModule(gains.module(), position, row, pixel % RocPixel.COLUMNS);
            if (pulsed[pixel]) gains.expect(at);
            else gains.instrument(at);
        }
    }

    /// Patterns with data. The reference drops a pattern that the input ends in.
    private List<Integer> fittedPatterns() {
        var patterns = new ArrayList<Integer>();
        for (int pattern = 0; pattern < counters.length; pattern++) {
            boolean unfinished =
                    counting == Counting.AS_REFERENCE
                            && lastEvent < (pattern + 1L) * scan.eventsPerPattern();
            if (counters[pattern] != null && !unfinished) patterns.add(pattern);
        }
        return patterns;
    }

    private List<List<Integer>> shares(List<Integer> patterns) {
        int wanted = SHARES * workers.threads();
        int size = Math.max(1, Math.ceilDiv(patterns.size(), wanted));
        return IntStream.range(0, Math.ceilDiv(patterns.size(), size))
                .mapToObj(i -> i * size)
                .map(from -> patterns.subList(from, Math.min(from + size, patterns.size())))
                .toList();
    }

    private long fit(
            GroupFit.Group group,
            List<Integer> patterns,
            FitSettings settings,
            ModuleGains[] ofRoc) {
        int pixelsPerRoc = patterns.stream().mapToInt(it -> scan.pixels(it).length).max().orElse(1);
        var fit = new GroupFit(group, cabling, pixelsPerRoc, settings, counting);
        long pixels = 0;
        for (int pattern : patterns) {
            pixels += fit.fit(scan.pixels(pattern), counters[pattern], ofRoc);
        }
        return pixels;
    }

    private int endOfModule(int roc) {
        int until = roc + 1;
        while (until < cabling.rocCount()
                && cabling.moduleIndex(until) == cabling.moduleIndex(roc)) {
            until++;
        }
        return until;
    }

    /// Index of a ROC's pixel in the columns of its module.
    static int pixelOfModule(PixelModule module, int position, int row, int column) {
        return module.orientation().moduleRow(position, row) * ModulePixel.COLUMNS
                + module.orientation().moduleColumn(position, column);
    }

    /// n, Σ ADC and Σ ADC² of a pixel at a point of the scan.
    ///
    /// @param roc ordinal in the FED
    /// @return three numbers, all 0 if the pixel is in no pattern or never answered
    public long[] sums(int roc, int row, int column, int point) {
        int pattern = scan.patternOf(row, column);
        if (pattern < 0 || counters[pattern] == null) return new long[3];
        int slot = roc * scan.pixels(pattern).length + scan.slot(pattern, row, column);
        ScanCounters region = counters[pattern];
        return new long[] {
            region.count(point, slot), region.sum(point, slot), region.sumOfSquares(point, slot)
        };
    }

    public Tally<PixelWordKind> tally() {
        return tally;
    }

    public PixelErrors errors() {
        return errors;
    }

    public HitFate fate() {
        return fate;
    }

    /// How far the dumps that were added cover the scan.
    public ScanCoverage coverage() {
        return new ScanCoverage(
                scan.events(), scan.events() - covered.cardinality(), coveredTwice.cardinality());
    }

    /// Hits off the pattern by module index.
    public Map<Integer, Long> offPatternByModule() {
        var byModule = new TreeMap<Integer, Long>();
        for (int roc = 0; roc < offPatternByRoc.length; roc++) {
            if (offPatternByRoc[roc] > 0) {
                byModule.merge(cabling.moduleIndex(roc), offPatternByRoc[roc], Long::sum);
            }
        }
        return byModule;
    }

    /// Errors of words by module index and type.
    public SortedMap<Integer, SortedMap<Integer, Long>> errorsByModule() {
        return ErrorsByModule.of(cabling, errors, invalidByRoc);
    }

    public FedCabling cabling() {
        return cabling;
    }
}
