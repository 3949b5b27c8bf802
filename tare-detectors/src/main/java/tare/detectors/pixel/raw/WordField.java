package tare.detectors.pixel.raw;

import java.util.Locale;

/// Neighbouring bits of a word that belong together, and what they say.
///
/// @param name `link`, `ADC`
/// @param highBit the highest of the bits; bit 0 is the lowest of the word
/// @param lowBit the lowest of the bits
/// @param value of the bits, as people write it
public record WordField(String name, int highBit, int lowBit, String value) {
    public WordField {
        if (lowBit < 0 || highBit < lowBit || highBit > 63) {
            throw new IllegalArgumentException(
                    "field " + name + " must lie in bits 63..0, got " + highBit + ".." + lowBit);
        }
    }

    /// Bits that are a whole number.
    static WordField number(String name, long word, int highBit, int lowBit) {
        return new WordField(name, highBit, lowBit, Long.toString(bits(word, highBit, lowBit)));
    }

    /// Bits that are a pattern, not a count.
    static WordField pattern(String name, long word, int highBit, int lowBit) {
        String hex = String.format(Locale.ROOT, "0x%x", bits(word, highBit, lowBit));
        return new WordField(name, highBit, lowBit, hex);
    }

    private static long bits(long word, int highBit, int lowBit) {
        return word << 63 - highBit >>> 63 - highBit + lowBit;
    }

    /// The bits as they stand in a word, the highest first: `010001`.
    public String binary(long word) {
        var text = new StringBuilder();
        for (int bit = highBit; bit >= lowBit; bit--) text.append((word >>> bit & 1) == 0 ? 0 : 1);
        return text.toString();
    }

    /// Bit numbers, for a ruler above the bits: `31-26`, or `3`.
    public String bits() {
        return highBit == lowBit ? Integer.toString(highBit) : highBit + "-" + lowBit;
    }
}
