package tare.trigger.tcu;

/// Which bits of the 128-bit stream the last board's word brings. Only they are compared; what a
/// definition asks of other bits comes from inputs that are not simulated, and is ignored.
///
/// @param first stream bit of the word's bit 0
/// @param bits width of the word, 1 to 32
public record StreamWindow(int first, int bits) {
    public StreamWindow {
        if (bits < 1 || bits > 32 || first < 0 || first + bits > BitStream.BITS)
            throw new IllegalArgumentException(
                    "a window is 1 to 32 of 128 bits, got " + bits + " from bit " + first);
    }

    /// The bits of a stream that lie in the window, moved down to bit 0.
    public int of(BitStream stream) {
        int mask = -1 >>> (32 - bits);
        if (first >= 64) return (int) (stream.high() >>> first - 64) & mask;
        long bitsAbove = first == 0 ? 0 : stream.high() << (64 - first);
        return (int) (stream.low() >>> first | bitsAbove) & mask;
    }
}
