package tare.core.operation;

import java.util.Arrays;
import java.util.StringJoiner;
import tare.core.channel.ChannelMap;

/// A set of channel ids as ranges, written `0-895,1000,1024-1919`: short for whole modules.
/// Immutable.
public final class IdSet {
    private final int[] first;
    private final int[] last;

    private IdSet(int[] first, int[] last) {
        this.first = first;
        this.last = last;
    }

    /// @param ids in any order, also several times
    public static IdSet of(int... ids) {
        int[] sorted = Arrays.stream(ids).sorted().distinct().toArray();
        int[] first = new int[sorted.length];
        int[] last = new int[sorted.length];
        int ranges = 0;
        for (int id : sorted) {
            if (id < 0) throw new IllegalArgumentException("a channel id is not negative: " + id);
            if (ranges > 0 && last[ranges - 1] == id - 1) {
                last[ranges - 1] = id;
            } else {
                first[ranges] = id;
                last[ranges++] = id;
            }
        }
        return new IdSet(Arrays.copyOf(first, ranges), Arrays.copyOf(last, ranges));
    }

    /// All channels of a map.
    public static IdSet of(ChannelMap map) {
        return of(map.ids());
    }

    /// Reads what [#toString] wrote; nothing is allocated per id.
    ///
    /// @throws IllegalArgumentException if the text is no list of increasing ranges
    public static IdSet parse(String text) {
        String[] parts = text.isEmpty() ? new String[0] : text.split(",", -1);
        int[] first = new int[parts.length];
        int[] last = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String[] ends = parts[i].split("-", 2);
            first[i] = Integer.parseInt(ends[0]);
            last[i] = ends.length == 1 ? first[i] : Integer.parseInt(ends[1]);
            int before = i == 0 ? -1 : last[i - 1];
            if (first[i] <= before || last[i] < first[i]) {
                throw new IllegalArgumentException("ranges must increase: '" + text + "'");
            }
        }
        return new IdSet(first, last);
    }

    public boolean contains(int id) {
        int at = Arrays.binarySearch(first, id);
        int range = at >= 0 ? at : -at - 2;
        return range >= 0 && id <= last[range];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet set
                && Arrays.equals(first, set.first)
                && Arrays.equals(last, set.last);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(first) + Arrays.hashCode(last);
    }

    @Override
    public String toString() {
        var ranges = new StringJoiner(",");
        for (int i = 0; i < first.length; i++) {
            ranges.add(first[i] == last[i] ? "" + first[i] : first[i] + "-" + last[i]);
        }
        return ranges.toString();
    }
}
