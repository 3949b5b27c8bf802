package tare.core.channel;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Walks a detector between two levels of its hardware: the modules of a sector, the tubes of a
/// module.
///
/// A level is a field of the id scheme; a node at a level is the packed value of the fields down to
/// it ([FieldScheme#upTo]). Each walk begins anew and gives the nodes in increasing order, each
/// once, and only those that hold a channel. Immutable.
public final class ChannelBrowser {
    private final FieldScheme scheme;
    private final int[] ids;

    /// Walks the channel ids of a map.
    public ChannelBrowser(ChannelMap map) {
        scheme = map.idScheme();
        ids = map.ids();
    }

    /// All nodes at a level.
    ///
    /// @throws IllegalArgumentException if the id scheme has no such field
    public LongStream nodes(String level) {
        return nodes(level, 0, ids.length);
    }

    /// The nodes at a level below one node further up.
    ///
    /// @param upper the level of the node above
    /// @param node its packed value under `upTo(upper)`
    /// @throws IllegalArgumentException if the scheme lacks a field or `upper` is not above `level`
    public LongStream nodesBelow(String upper, long node, String level) {
        if (scheme.bitsBelow(upper) < scheme.bitsBelow(level)) {
            throw new IllegalArgumentException(
                    upper + " is below " + level + " in " + scheme.name());
        }
        int bits = scheme.bitsBelow(upper);
        return nodes(level, lowerBound(node << bits), lowerBound(node + 1 << bits));
    }

    /// The channel ids below a node.
    public int[] channels(String upper, long node) {
        int bits = scheme.bitsBelow(upper);
        return Arrays.copyOfRange(ids, lowerBound(node << bits), lowerBound(node + 1 << bits));
    }

    private LongStream nodes(String level, int from, int to) {
        int bits = scheme.bitsBelow(level);
        // Ids are sorted, so equal nodes are neighbours.
        return IntStream.range(from, to)
                .filter(i -> i == from || ids[i] >>> bits != ids[i - 1] >>> bits)
                .mapToLong(i -> ids[i] >>> bits);
    }

    private int lowerBound(long id) {
        if (id > Integer.MAX_VALUE) return ids.length;
        int at = Arrays.binarySearch(ids, (int) id);
        return at < 0 ? -at - 1 : at;
    }
}
