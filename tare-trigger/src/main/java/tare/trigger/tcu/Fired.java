package tare.trigger.tcu;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which triggers fired, for a block of events: a column for each trigger id. Used again for the
/// next block; belongs to one thread.
public final class Fired {
    private final int[] ids;
    private final int[][] columns;
    private int events;

    Fired(int[] ids, int capacity) {
        this.ids = ids.clone();
        columns = new int[ids.length][capacity];
    }

    void start(int events) {
        this.events = events;
        for (int[] column : columns) Arrays.fill(column, 0, events, 0);
    }

    int[] column(int index) {
        return columns[index];
    }

    /// The ids of the menu, in rising order.
    public int[] ids() {
        return ids.clone();
    }

    public int events() {
        return events;
    }

    /// 1 for each event in which the trigger fired, else 0; only the first [#events] mean anything.
    ///
    /// @throws IllegalArgumentException if no definition has this id
    public int[] of(int id) {
        int index = Arrays.binarySearch(ids, id);
        if (index < 0) throw new IllegalArgumentException("no definition has trigger id " + id);
        return columns[index];
    }

    /// The ids that fired in one event, in rising order.
    public int[] in(int event) {
        if (event < 0 || event >= events)
            throw new IllegalArgumentException(
                    "the block has events 0 to " + (events - 1) + ", got " + event);
        return IntStream.range(0, ids.length)
                .filter(index -> columns[index][event] == 1)
                .map(index -> ids[index])
                .toArray();
    }
}
