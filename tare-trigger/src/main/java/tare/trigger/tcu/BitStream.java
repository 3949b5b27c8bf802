package tare.trigger.tcu;

import java.util.Locale;

/// 128 bits of the TCU's input, as a pattern; bit 0 is the lowest.
///
/// @param low bits 0 to 63
/// @param high bits 64 to 127
public record BitStream(long low, long high) {
    public static final BitStream EMPTY = new BitStream(0, 0);

    /// Number of bits.
    public static final int BITS = 128;

    private static final long WORD = 0xFFFF_FFFFL;

    /// Four words of 32 bits, as databases keep them: bits 0-31, 32-63, 64-95, 96-127.
    ///
    /// @throws IllegalArgumentException if a word does not fit
    public static BitStream of(long word0, long word1, long word2, long word3) {
        return new BitStream(
                checked(word0) | checked(word1) << 32, checked(word2) | checked(word3) << 32);
    }

    private static long checked(long word) {
        if ((word & ~WORD) != 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a stream word has 32 bits, got 0x%x", word));
        }
        return word;
    }

    /// One of the four words of 32 bits.
    ///
    /// @param word 0 to 3
    public long word(int word) {
        if (word < 0 || word > 3)
            throw new IllegalArgumentException("a stream has words 0 to 3, got " + word);
        return (word < 2 ? low : high) >>> 32 * (word & 1) & WORD;
    }

    public boolean isSet(int bit) {
        if (bit < 0 || bit >= BITS)
            throw new IllegalArgumentException("a stream has bits 0 to 127, got " + bit);
        return ((bit < 64 ? low : high) >>> (bit & 63) & 1) == 1;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "0x%016x%016x", high, low);
    }
}
