package tare.core.digi;

/// A reusable buffer of decoded hits: columns of channel and value.
///
/// The arrays are open to decoders and accumulators on purpose: a hit passes through here a hundred
/// million times a second. Entries `0 .. size - 1` are valid. Not thread-safe; a batch belongs to
/// one thread at a time.
public final class DigiBatch {
    /// Channel of each hit, in the numbering that the decoder documents.
    public final int[] channel;

    /// Value of each hit [ADC or TDC counts].
    public final int[] value;

    /// Number of valid entries.
    public int size;

    public DigiBatch(int capacity) {
        if (capacity < 1)
            throw new IllegalArgumentException("capacity must be > 0, got " + capacity);
        channel = new int[capacity];
        value = new int[capacity];
    }

    public int capacity() {
        return channel.length;
    }

    /// @throws IndexOutOfBoundsException if the batch is full
    public void add(int hitChannel, int hitValue) {
        channel[size] = hitChannel;
        value[size] = hitValue;
        size++;
    }

    public void clear() {
        size = 0;
    }
}
