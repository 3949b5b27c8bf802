package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.EndcapMap;

/// ADCs of a block of events, stored tower by tower: `adc[tower][event]`.
///
/// So a patch is a few columns that are added event by event, without a gather. Filled by one
/// thread, emptied and filled again.
public final class AdcColumns {
    /// Events that make the loops long enough and still leave a block in the second-level cache.
    public static final int USUAL_EVENTS = 256;

    private final String detector;
    private final int largestAdc;
    private final int[][] columns;
    private final int capacity;
    private int events;

    private AdcColumns(String detector, int towers, int largestAdc, int capacity) {
        if (capacity < 1)
            throw new IllegalArgumentException("a block has 1 event or more, got " + capacity);
        this.detector = detector;
        this.largestAdc = largestAdc;
        this.columns = new int[towers][capacity];
        this.capacity = capacity;
    }

    /// For 4,800 towers by soft id minus 1, ADCs of 12 bits.
    public static AdcColumns ofBarrel(int capacity) {
        return new AdcColumns("barrel", BarrelMap.TOWERS, 0xFFF, capacity);
    }

    /// For 720 towers by index; words of 16 bits, of which the electronics takes the lowest 12.
    public static AdcColumns ofEndcap(int capacity) {
        return new AdcColumns("endcap", EndcapMap.TOWERS, 0xFFFF, capacity);
    }

    /// Adds an event.
    ///
    /// @param event its number, for the message if it is refused
    /// @param adcByTower of every tower
    /// @throws IllegalArgumentException if towers are missing or too many, or an ADC is out of
    /// range
    public void add(long event, int[] adcByTower) {
        if (events == capacity)
            throw new IllegalStateException("the block is full with " + capacity + " events");
        if (adcByTower.length != columns.length)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "event %d has %d %s towers; exactly %d are required, with pedestal"
                                    + " and without zero suppression",
                            event,
                            adcByTower.length,
                            detector,
                            columns.length));
        requireRange(event, adcByTower);
        for (int tower = 0; tower < adcByTower.length; tower++)
            columns[tower][events] = adcByTower[tower];
        events++;
    }

    private void requireRange(long event, int[] adcByTower) {
        int bits = 0;
        for (int adc : adcByTower) bits |= adc;
        // The largest ADC is all ones, so any other bit belongs to a larger or negative one.
        if ((bits & ~largestAdc) == 0) return;
        for (int tower = 0; tower < adcByTower.length; tower++)
            requireRange("event " + event, tower, adcByTower[tower]);
    }

    private void requireRange(String event, int tower, int adc) {
        if (adc < 0 || adc > largestAdc)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s, %s tower at index %d: an ADC is 0..%d, got %d",
                            event,
                            detector,
                            tower,
                            largestAdc,
                            adc));
    }

    /// Says that the first events of every column have been filled in place, by a reader whose
    /// input is stored tower by tower. That is far cheaper than [#add], which goes through all
    /// columns for each event.
    ///
    /// @throws IllegalArgumentException if an ADC is out of range; the block is empty then
    public void filled(int eventCount) {
        if (eventCount < 0 || eventCount > capacity)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "a block of %d events got %d", capacity, eventCount));
        events = 0;
        for (int tower = 0; tower < columns.length; tower++) requireRange(tower, eventCount);
        events = eventCount;
    }

    private void requireRange(int tower, int eventCount) {
        int[] column = columns[tower];
        int bits = 0;
        for (int e = 0; e < eventCount; e++) bits |= column[e];
        if ((bits & ~largestAdc) == 0) return;
        for (int e = 0; e < eventCount; e++)
            requireRange("place " + e + " of the block", tower, column[e]);
    }

    public void clear() {
        events = 0;
    }

    public int events() {
        return events;
    }

    public int capacity() {
        return capacity;
    }

    /// ADCs of a tower, of which the first [#events] count; changed only to be [#filled].
    public int[] tower(int index) {
        return columns[index];
    }
}
