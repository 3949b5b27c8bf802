package tare.trigger.dsm;

/// The words of one board for a block of events, stored lane by lane and used again for the next
/// block. Belongs to one thread.
public final class BoardWords {
    private final int capacity;
    private final int[][] inputs;
    private final int[] output;
    private final int[][] information;
    private final int[][] scratch;
    private int events;

    /// Room for the words of an algorithm's board.
    ///
    /// @param capacity most events of a block; a few hundred keep a board in the first-level cache
    public BoardWords(AlgorithmSheet sheet, int capacity) {
        if (capacity < 1)
            throw new IllegalArgumentException("a block has at least 1 event, got " + capacity);
        this.capacity = capacity;
        inputs = new int[sheet.channels()][capacity];
        output = new int[capacity];
        information = new int[sheet.information().size()][capacity];
        scratch = new int[sheet.scratchLanes()][capacity];
    }

    /// Sets how many events the block has.
    public void setEvents(int events) {
        if (events < 0 || events > capacity) {
            throw new IllegalArgumentException(
                    "the block has room for " + capacity + " events, got " + events);
        }
        this.events = events;
    }

    public int events() {
        return events;
    }

    /// Input words, `[channel][event]`.
    public int[][] inputs() {
        return inputs;
    }

    /// Output word of each event; bit 31 makes it negative.
    public int[] output() {
        return output;
    }

    /// Information words, `[word][event]`, as the sheet names them.
    public int[][] information() {
        return information;
    }

    /// An algorithm's own; its content means nothing before and after.
    public int[] scratch(int lane) {
        return scratch[lane];
    }
}
