package tare.core.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/// A channel map that is a table: any cabling, up to some ten million channels.
///
/// Lookups are binary searches over primitive arrays. Immutable.
public final class ChannelTable implements ChannelMap {
    private final FieldScheme idScheme;
    private final FieldScheme addressScheme;
    private final int[] ids;
    private final long[] addresses;
    private final long[] sortedAddresses;
    private final int[] indexOfSortedAddress;

    private ChannelTable(
            FieldScheme idScheme, FieldScheme addressScheme, int[] ids, long[] addresses) {
        this.idScheme = idScheme;
        this.addressScheme = addressScheme;
        this.ids = ids;
        this.addresses = addresses;
        Integer[] order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(addresses[a], addresses[b]));
        sortedAddresses = new long[ids.length];
        indexOfSortedAddress = new int[ids.length];
        for (int i = 0; i < order.length; i++) {
            sortedAddresses[i] = addresses[order[i]];
            indexOfSortedAddress[i] = order[i];
        }
    }

    /// A map of `ids[i]` to `addresses[i]`, in any order.
    ///
    /// @throws IllegalArgumentException if the arrays differ in length, a number is negative or
    ///     wider than its scheme, or an id or an address appears twice
    public static ChannelTable of(
            FieldScheme idScheme, FieldScheme addressScheme, int[] ids, long[] addresses) {
        if (ids.length != addresses.length) {
            throw new IllegalArgumentException(
                    ids.length + " channel ids, but " + addresses.length + " addresses");
        }
        Integer[] order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(ids[a], ids[b]));
        int[] sortedIds = new int[ids.length];
        long[] theirAddresses = new long[ids.length];
        for (int i = 0; i < order.length; i++) {
            sortedIds[i] = ids[order[i]];
            theirAddresses[i] = addresses[order[i]];
            requireFits("channel id", idScheme, sortedIds[i], order[i]);
            requireFits("address", addressScheme, theirAddresses[i], order[i]);
        }
        var table = new ChannelTable(idScheme, addressScheme, sortedIds, theirAddresses);
        table.requireBijection();
        return table;
    }

    private static void requireFits(String kind, FieldScheme scheme, long packed, int position) {
        if (packed < 0 || packed >>> scheme.bits() != 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s %d at position %d does not fit the %d bits of %s",
                            kind,
                            packed,
                            position,
                            scheme.bits(),
                            scheme.name()));
        }
    }

    private void requireBijection() {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] == ids[i - 1]) {
                throw new IllegalArgumentException(
                        "channel id used twice: " + idScheme.format(ids[i]) + " (" + ids[i] + ")");
            }
            if (sortedAddresses[i] == sortedAddresses[i - 1]) {
                throw new IllegalArgumentException(
                        "address used twice: "
                                + addressScheme.format(sortedAddresses[i])
                                + ", by channels "
                                + ids[indexOfSortedAddress[i - 1]]
                                + " and "
                                + ids[indexOfSortedAddress[i]]);
            }
        }
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public FieldScheme idScheme() {
        return idScheme;
    }

    @Override
    public FieldScheme addressScheme() {
        return addressScheme;
    }

    @Override
    public ChannelId id(int index) {
        return new ChannelId(ids[Objects.checkIndex(index, ids.length)]);
    }

    @Override
    public HardwareAddress address(int index) {
        return new HardwareAddress(addresses[Objects.checkIndex(index, ids.length)]);
    }

    @Override
    public int index(ChannelId id) {
        return Math.max(Arrays.binarySearch(ids, id.packed()), NONE);
    }

    @Override
    public int index(HardwareAddress address) {
        int at = Arrays.binarySearch(sortedAddresses, address.packed());
        return at < 0 ? NONE : indexOfSortedAddress[at];
    }
}
