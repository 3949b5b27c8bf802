package tare.detectors.pixel.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a word of a dump says, bit by bit.
///
/// @param bits 32 inside a block, 64 for its frame
/// @param word in the lower `bits`
/// @param kind what it counts as
/// @param readings usually one; two if the format of a hit word cannot be told
public record WordExplanation(int bits, long word, PixelWordKind kind, List<WordReading> readings) {
    private static final String INDENT = "    ";

    public WordExplanation {
        if (bits != 32 && bits != 64) {
            throw new IllegalArgumentException("a word has 32 or 64 bits, got " + bits);
        }
        readings = List.copyOf(readings);
        if (readings.isEmpty()) throw new IllegalArgumentException("a word needs a reading");
    }

    /// The same word, counted as something else.
    WordExplanation as(PixelWordKind otherKind) {
        return new WordExplanation(bits, word, otherKind, readings);
    }

    /// The word in as many hexadecimal digits as it has.
    public String hex() {
        return String.format(Locale.ROOT, bits == 64 ? "0x%016x" : "0x%08x", word);
    }

    /// The first sentence of the first reading.
    public String headline() {
        String both = readings.size() > 1 ? " - or " + first(readings.getLast()) : "";
        return first(readings.getFirst()) + both;
    }

    private static String first(WordReading reading) {
        return reading.meaning().getFirst();
    }

    /// Bits under a ruler, fields, meaning; a reading after the other.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (WordReading reading : readings) {
            reading.picture(word).forEach(line -> lines.add(INDENT + line));
            reading.meaning().forEach(line -> lines.add(INDENT + "-> " + line));
        }
        return lines;
    }
}
