package tare.trigger.dsm;

/// A run of neighbouring bits in a word; bit 0 is the lowest.
///
/// @param low number of the lowest bit, 0 to 31
/// @param width number of bits, at least 1
public record Field(int low, int width) {
    public Field {
        if (low < 0 || width < 1 || low + width > Integer.SIZE) {
            throw new IllegalArgumentException(
                    "a field is 1 to 32 bits of a 32-bit word, got " + width + " from bit " + low);
        }
    }

    /// Bits `low` to `high`, both inside, as hardware documents write them.
    public static Field bits(int low, int high) {
        return new Field(low, high - low + 1);
    }

    public static Field bit(int bit) {
        return new Field(bit, 1);
    }

    /// The bits of the field, moved down to bit 0.
    public int mask() {
        return -1 >>> (Integer.SIZE - width);
    }

    public int of(int word) {
        return word >>> low & mask();
    }

    @Override
    public String toString() {
        return low + "-" + (low + width - 1);
    }
}
