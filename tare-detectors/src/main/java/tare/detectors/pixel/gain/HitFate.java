package tare.detectors.pixel.gain;

/// What became of the hits: counted for a fit, or why not. One writer; merges.
public final class HitFate {
    private long counted;
    private long offPattern;
    private long outsideScan;
    private long outsideEvents;
    private long contradictingEvents;
    private long firstContradictingEvent;

    HitFate() {}

    void counted(long hits) {
        counted += hits;
    }

    void offPattern(long hits) {
        offPattern += hits;
    }

    void outsideEvent() {
        outsideEvents++;
    }

    void outsideScan(long hits) {
        outsideScan += hits;
    }

    void contradicting(long event) {
        if (contradictingEvents++ == 0 || event < firstContradictingEvent) {
            firstContradictingEvent = event;
        }
    }

    void merge(HitFate other) {
        if (other.contradictingEvents > 0
                && (contradictingEvents == 0
                        || other.firstContradictingEvent < firstContradictingEvent)) {
            firstContradictingEvent = other.firstContradictingEvent;
        }
        counted += other.counted;
        offPattern += other.offPattern;
        outsideScan += other.outsideScan;
        outsideEvents += other.outsideEvents;
        contradictingEvents += other.contradictingEvents;
    }

    /// Hits that went into a fit.
    public long counted() {
        return counted;
    }

    /// Hits of pixels that were not pulsed at the time.
    public long offPattern() {
        return offPattern;
    }

    /// Hits of events whose number is not in the scan.
    public long outsideScan() {
        return outsideScan;
    }

    /// Blocks whose event number is not in the scan.
    public long outsideEvents() {
        return outsideEvents;
    }

    /// Events most of whose hits are off the pattern that their number stands for.
    public long contradictingEvents() {
        return contradictingEvents;
    }

    /// The lowest number of such an event, counted from 1; 0 if there is none.
    public long firstContradictingEvent() {
        return firstContradictingEvent;
    }

    /// All hits that were decoded.
    public long hits() {
        return counted + offPattern + outsideScan;
    }
}
