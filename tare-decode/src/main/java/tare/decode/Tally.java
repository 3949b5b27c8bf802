package tare.decode;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts of raw words by kind: the account of a decoding, in which nothing is missing.
///
/// Words read are counted where they are read, kinds where they are understood; [#isBalanced] holds
/// the two against each other. One writer; partial tallies merge.
///
/// @param <K> the decoder's word kinds
public final class Tally<K extends Enum<K> & WordKind> {
    private final Class<K> kinds;
    private final long[] counts;
    private long wordsRead;

    public Tally(Class<K> kinds) {
        this.kinds = kinds;
        this.counts = new long[kinds.getEnumConstants().length];
    }

    /// Notes that words were taken from the input.
    public void read(long words) {
        wordsRead += words;
    }

    public void add(K kind, long words) {
        counts[kind.ordinal()] += words;
    }

    public long count(K kind) {
        return counts[kind.ordinal()];
    }

    public long count(WordKind.Group group) {
        long sum = 0;
        for (K kind : kinds.getEnumConstants()) {
            if (kind.group() == group) sum += count(kind);
        }
        return sum;
    }

    public long wordsRead() {
        return wordsRead;
    }

    /// Whether every word read was given exactly one kind.
    public boolean isBalanced() {
        long sum = 0;
        for (long count : counts) sum += count;
        return sum == wordsRead;
    }

    /// Adds another tally of the same decoder to this one.
    public void merge(Tally<K> other) {
        for (int i = 0; i < counts.length; i++) counts[i] += other.counts[i];
        wordsRead += other.wordsRead;
    }

    /// Counts by group, in the groups' order.
    public Map<WordKind.Group, Long> groups() {
        var groups = new EnumMap<WordKind.Group, Long>(WordKind.Group.class);
        for (WordKind.Group group : WordKind.Group.values()) groups.put(group, count(group));
        return groups;
    }

    /// Every kind that was seen, by lower-case name, for a journal or a report.
    public SortedMap<String, Long> nonZero() {
        var map = new TreeMap<String, Long>();
        for (K kind : kinds.getEnumConstants()) {
            if (count(kind) != 0) map.put(kind.name().toLowerCase(Locale.ROOT), count(kind));
        }
        return map;
    }
}
