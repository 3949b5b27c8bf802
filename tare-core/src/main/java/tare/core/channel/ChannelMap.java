package tare.core.channel;

/// A bijection between channel ids, hardware addresses and dense indexes `0 .. size() - 1`.
///
/// Identifiers are resolved to dense indexes once, outside a loop; loops run over columns in dense
/// order. Dense order is the order of ids. Implementations are immutable.
public interface ChannelMap {
    /// Stands for "no such channel".
    int NONE = -1;

    /// Number of channels.
    int size();

    FieldScheme idScheme();

    FieldScheme addressScheme();

    /// @throws IndexOutOfBoundsException unless `0 <= index < size()`
    ChannelId id(int index);

    /// All packed channel ids in dense order.
    default int[] ids() {
        int[] ids = new int[size()];
        for (int i = 0; i < ids.length; i++) ids[i] = id(i).packed();
        return ids;
    }

    /// @throws IndexOutOfBoundsException unless `0 <= index < size()`
    HardwareAddress address(int index);

    /// Dense index of an id, or [#NONE].
    int index(ChannelId id);

    /// Dense index of an address, or [#NONE].
    int index(HardwareAddress address);
}
