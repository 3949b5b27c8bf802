package tare.core.channel;

/// The name of a channel offline: independent of cabling, stable over the detector's life.
///
/// What its bits mean is the [FieldScheme] of the detector; ids of one bank are strictly
/// increasing.
///
/// @param packed not negative
public record ChannelId(int packed) implements Comparable<ChannelId> {
    public ChannelId {
        if (packed < 0)
            throw new IllegalArgumentException("a channel id is not negative, got " + packed);
    }

    @Override
    public int compareTo(ChannelId other) {
        return Integer.compare(packed, other.packed);
    }
}
