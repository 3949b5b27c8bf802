package tare.trigger.dsm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All words of a tree for a block of events; used again for the next block. Belongs to one thread.
public final class TreeWords {
    private final Map<String, int[][]> inputs = new HashMap<>();
    private final Map<String, BoardWords> boards = new HashMap<>();
    private final int[] decision;
    private final boolean decides;
    private int events;

    TreeWords(DsmTree tree, List<InputGroup> groups, int capacity) {
        for (InputGroup group : groups) inputs.put(group.name(), new int[group.count()][capacity]);
        for (String board : tree.boards()) {
            boards.put(board, new BoardWords(tree.algorithm(board).sheet(), capacity));
        }
        decision = new int[capacity];
        decides = tree.decision().isPresent();
    }

    /// Sets how many events the block has, in all boards.
    public void setEvents(int events) {
        for (BoardWords board : boards.values()) board.setEvents(events);
        this.events = events;
    }

    public int events() {
        return events;
    }

    /// Words of a group from outside, `[index][event]`, to be filled in before a run.
    public int[][] inputs(String group) {
        int[][] words = inputs.get(group);
        if (words == null)
            throw new IllegalArgumentException(
                    "no words are called " + group + ", only " + inputs.keySet());
        return words;
    }

    /// The words of one board, after a run.
    public BoardWords board(String board) {
        BoardWords words = boards.get(board);
        if (words == null)
            throw new IllegalArgumentException(
                    "board " + board + " is not in use, only " + boards.keySet());
        return words;
    }

    /// The last word of each event, as the decision sees it.
    ///
    /// @throws IllegalStateException if nothing is known to feed the decision in this run
    public int[] decision() {
        if (!decides)
            throw new IllegalStateException(
                    "in this run it is not known what the decision was made from");
        return decision;
    }

    int[] decisionLane() {
        return decision;
    }

    void bring(Source source, int[] into) {
        switch (source) {
            case Source.OfBoard(String board, Field bits) ->
                    Lanes.take(into, board(board).output(), bits, events);
            case Source.OfInput(String group, int index, Field bits) ->
                    Lanes.take(into, inputs(group)[index], bits, events);
            case Source.Open() -> {}
        }
    }
}
