package tare.trigger.tcu;

import java.util.Arrays;

/// Decides which triggers of a menu fire on a word.
///
/// A definition fires if it has at least one on bit inside the window and all of those are set; a
/// trigger id fires if one of its definitions does. Immutable; any number of threads may decide,
/// each into its own [Fired].
public final class Tcu {
    private final int[] ids;
    private final int[] columns;
    private final int[] on;
    private final int[] off;

    private Tcu(int[] ids, int[] columns, int[] on, int[] off) {
        this.ids = ids;
        this.columns = columns;
        this.on = on;
        this.off = off;
    }

    /// @param window which stream bits the word brings
    public static Tcu of(TriggerMenu menu, StreamWindow window, OffBits offBits) {
        int[] ids = menu.ids();
        TriggerDefinition[] active =
                menu.definitions().stream()
                        .filter(definition -> window.of(definition.on()) != 0)
                        .toArray(TriggerDefinition[]::new);
        int[] columns = new int[active.length];
        int[] on = new int[active.length];
        int[] off = new int[active.length];
        for (int d = 0; d < active.length; d++) {
            columns[d] = Arrays.binarySearch(ids, active[d].id());
            on[d] = window.of(active[d].on());
            off[d] =
                    switch (offBits) {
                        case IGNORED -> 0;
                        case TESTED -> window.of(active[d].off());
                    };
        }
        return new Tcu(ids, columns, on, off);
    }

    /// Room for the decisions on a block.
    public Fired fired(int capacity) {
        return new Fired(ids, capacity);
    }

    /// Decides on the first events of a block.
    public void decide(int[] words, int events, Fired fired) {
        fired.start(events);
        for (int d = 0; d < on.length; d++) {
            decide(words, on[d], off[d], fired.column(columns[d]), events);
        }
    }

    private static void decide(int[] words, int on, int off, int[] column, int events) {
        for (int e = 0; e < events; e++) {
            int wrong = ~words[e] & on | words[e] & off;
            column[e] |= 1 ^ (wrong | -wrong) >>> 31;
        }
    }
}
