package tare.detectors.pixel.gain;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import tare.calibrate.scan.ScanCounters;
import tare.detectors.pixel.geometry.AddressFormat;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.PixelDecoder;
import tare.detectors.pixel.raw.PixelWord;

/// Takes blocks of one FED to the counters of the pattern and point that their event stands for, in
/// one loop over the words.
///
/// Two tables, set anew for each pattern, turn a word into a cell: link and ROC → first slot of the
/// ROC, address → slot in the ROC. A word without an entry is no hit of the pattern; the
/// [PixelDecoder] then says what it is, and counts it. The general way, batches of hits handed from
/// the decoder to a sink, gives the same account; it writes every hit out and reads it back, which
/// costs a tenth of the speed (ADR 3).
///
/// One accumulator per thread. Accumulators share the counters, each pattern being filled by one of
/// them only.
final class ScanAccumulator {
    /// An event with fewer hits says nothing about its pattern.
    private static final int MIN_HITS_TO_JUDGE = 8;

    private static final int BUFFER_WORDS = 2048;
    private static final short NONE = -1;
    private static final long[] INCREMENT = increments();
    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final DumpIndex index;
    private final FedCabling cabling;
    private final GainScan scan;
    private final long[] eventOfBlock;
    private final ScanCounters[] counters;
    private final PixelDecoder decoder;
    private final HitFate fate = new HitFate();
    private final long[] offPatternByRoc;
    private final int[] words = new int[BUFFER_WORDS];
    private final int[] others = new int[ScanCounters.STEP_HITS];

    /// By link and ROC: `first slot << 1 | address format`, or -1.
    private final int[] slotOfLinkRoc = new int[PixelWord.LINK_ROCS];

    /// By address format and address: slot in the ROC, or -1.
    private final short[] slotOfAddress =
            new short[AddressFormat.values().length * PixelWord.ADDRESSES];

    /// Hits off the pattern in the words of the last call of [#count].
    private long missedHits;

    private int pattern = -1;
    private int[] pixels = new int[0];

    /// @param eventOfBlock place of each block in the scan, from 1
    /// @param counters by pattern
    ScanAccumulator(
            DumpIndex index,
            FedCabling cabling,
            GainScan scan,
            long[] eventOfBlock,
            ScanCounters[] counters) {
        this.index = index;
        this.cabling = cabling;
        this.scan = scan;
        this.eventOfBlock = eventOfBlock;
        this.counters = counters;
        decoder = new PixelDecoder(index, cabling);
        offPatternByRoc = new long[cabling.rocCount()];
        Arrays.fill(slotOfAddress, NONE);
        Arrays.fill(slotOfLinkRoc, NONE);
    }

    private static long[] increments() {
        long[] increments = new long[ScanCounters.MAX_VALUE + 1];
        Arrays.setAll(increments, ScanCounters::increment);
        return increments;
    }

    /// Adds a block.
    ///
    /// @return hits that it held
    long add(int block) {
        if (!decoder.begin(block)) return 0;
        long event = eventOfBlock[block];
        boolean isInScan = scan.contains(event);
        if (isInScan) turnTo(scan.pattern(event));
        long counted = 0;
        long missed = 0;
        long at = index.payloadOffset(block);
        long left = index.payloadWords(block);
        while (left > 0) {
            int count = (int) Math.min(left, BUFFER_WORDS);
            MemorySegment.copy(index.bytes(), WORD, at, words, 0, count);
            long hits = isInScan ? count(scan.point(event), count) : 0;
            long others = isInScan ? missedHits : accountForAll(count);
            decoder.end(words, count, hits + others);
            counted += hits;
            missed += others;
            at += (long) count * Integer.BYTES;
            left -= count;
        }
        judge(event, isInScan, counted, missed);
        return counted + missed;
    }

    private long count(int point, int count) {
        ScanCounters region = counters[pattern];
        missedHits = 0;
        long hits = 0;
        for (int from = 0; from < count; from += ScanCounters.STEP_HITS) {
            hits += countStep(region, point, from, Math.min(from + ScanCounters.STEP_HITS, count));
        }
        return hits;
    }

    /// Words that are no hits of the pattern are only noted in the loop: a call there would cost
    /// all others half their speed.
    private int countStep(ScanCounters region, int point, int from, int until) {
        int[] ofLinkRoc = slotOfLinkRoc;
        short[] ofAddress = slotOfAddress;
        long[] cells = region.cells();
        int row = region.row(point);
        long seen = 0;
        int noted = 0;
        for (int i = from; i < until; i++) {
            int word = words[i];
            int first = ofLinkRoc[word >>> 21];
            int slot = ofAddress[(first & 1) << 13 | word >>> 8 & 0x1FFF];
            if ((first | slot) < 0) {
                others[noted++] = i;
            } else {
                int at = row + (first >> 1) + slot;
                long cell = cells[at] + INCREMENT[word & 0xFF];
                cells[at] = cell;
                seen |= cell;
            }
        }
        region.settle(point, seen);
        for (int i = 0; i < noted; i++) account(others[i]);
        return until - from - noted;
    }

    /// Accounts for a word that is no hit of the pattern.
    private void account(int position) {
        int roc = decoder.account(words, position);
        if (roc >= 0) {
            offPatternByRoc[roc]++;
            missedHits++;
        }
    }

    /// Words of an event that is not in the scan.
    private long accountForAll(int count) {
        long hits = 0;
        for (int i = 0; i < count; i++) if (decoder.account(words, i) >= 0) hits++;
        return hits;
    }

    private void judge(long event, boolean isInScan, long counted, long missed) {
        if (!isInScan) {
            fate.outsideEvent();
            fate.outsideScan(missed);
            return;
        }
        fate.counted(counted);
        fate.offPattern(missed);
        if (counted + missed >= MIN_HITS_TO_JUDGE && missed > counted) fate.contradicting(event);
    }

    /// Sets the tables for a pattern.
    private void turnTo(int next) {
        if (next == pattern) return;
        for (int slot = 0; slot < pixels.length; slot++) setSlot(pixels[slot], NONE);
        int slotsBefore = pixels.length;
        pattern = next;
        pixels = scan.pixels(next);
        for (int slot = 0; slot < pixels.length; slot++) setSlot(pixels[slot], (short) slot);
        if (pixels.length != slotsBefore) setFirstSlots(pixels.length);
    }

    private void setSlot(int pixel, short slot) {
        int row = pixel / RocPixel.COLUMNS;
        int column = pixel % RocPixel.COLUMNS;
        for (AddressFormat format : AddressFormat.values()) {
            int address = PixelWord.address(format.encode(row, column));
            slotOfAddress[format.ordinal() * PixelWord.ADDRESSES + address] = slot;
        }
    }

    private void setFirstSlots(int slotsPerRoc) {
        for (int linkRoc = 0; linkRoc < slotOfLinkRoc.length; linkRoc++) {
            int roc = cabling.ordinal(linkRoc);
            if (roc != FedCabling.UNCABLED) {
                int format = cabling.addressFormat(roc).ordinal();
                slotOfLinkRoc[linkRoc] = roc * slotsPerRoc << 1 | format;
            }
        }
    }

    /// The account of all words that were added, with errors.
    PixelDecoder decoder() {
        return decoder;
    }

    HitFate fate() {
        return fate;
    }

    /// Hits off the pattern, by ROC ordinal.
    long[] offPatternByRoc() {
        return offPatternByRoc;
    }
}
