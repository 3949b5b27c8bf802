package tare.detectors.pixel.gain;

import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;
import tare.decode.DigiSink;

/// Adds hits to the counters of the pattern and point that their event stands for, and checks that
/// the hits agree with that pattern.
///
/// One sink per thread. Sinks share the counters, each pattern being filled by one sink only.
final class ScanSink implements DigiSink {
    /// An event with fewer hits says nothing about its pattern.
    private static final int MIN_HITS_TO_JUDGE = 8;

    private final GainScan scan;
    private final long[] eventOfBlock;
    private final ScanCounters[] counters;
    private final SlotTable[] slots;
    private final long[] offPattern;
    private final HitFate fate = new HitFate();

    private long event;
    private int point;
    private int pattern;
    private long eventHits;
    private long eventOffPattern;

    /// @param counters by pattern
    /// @param slots by pattern
    /// @param rocs of the FED
    ScanSink(
            GainScan scan,
            long[] eventOfBlock,
            ScanCounters[] counters,
            SlotTable[] slots,
            int rocs) {
        this.scan = scan;
        this.eventOfBlock = eventOfBlock;
        this.counters = counters;
        this.slots = slots;
        this.offPattern = new long[rocs];
    }

    @Override
    public void begin(int block) {
        judge();
        event = eventOfBlock[block];
        if (scan.contains(event)) {
            pattern = scan.pattern(event);
            point = scan.point(event);
        } else {
            pattern = -1;
            fate.outsideEvent();
        }
    }

    @Override
    public void accept(DigiBatch hits) {
        if (pattern < 0) {
            fate.outsideScan(hits.size);
            return;
        }
        int added = counters[pattern].add(point, hits, slots[pattern], offPattern);
        eventHits += hits.size;
        eventOffPattern += hits.size - added;
    }

    /// Ends the last event.
    void finish() {
        judge();
    }

    private void judge() {
        fate.counted(eventHits - eventOffPattern);
        fate.offPattern(eventOffPattern);
        if (eventHits >= MIN_HITS_TO_JUDGE && 2 * eventOffPattern > eventHits) {
            fate.contradicting(event);
        }
        eventHits = 0;
        eventOffPattern = 0;
    }

    HitFate fate() {
        return fate;
    }

    /// Hits off the pattern, by ROC ordinal.
    long[] offPatternByRoc() {
        return offPattern;
    }
}
