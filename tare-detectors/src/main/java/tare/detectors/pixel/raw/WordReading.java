package tare.detectors.pixel.raw;

import java.util.List;
import java.util.StringJoiner;

/// One way to read the bits of a word.
///
/// @param fields from the highest bit to the lowest, without gaps
/// @param meaning in sentences: what the word says, then what to do about it
public record WordReading(List<WordField> fields, List<String> meaning) {
    private static final String GAP = "  ";

    public WordReading {
        fields = List.copyOf(fields);
        meaning = List.copyOf(meaning);
        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i).highBit() != fields.get(i - 1).lowBit() - 1) {
                throw new IllegalArgumentException("fields leave a gap or overlap: " + fields);
            }
        }
    }

    /// The bits of a word under a ruler of bit numbers, then the fields with their values.
    ///
    /// @return three lines
    public List<String> picture(long word) {
        var ruler = new StringJoiner(GAP);
        var bits = new StringJoiner(GAP);
        var values = new StringJoiner(", ");
        for (WordField field : fields) {
            String binary = field.binary(word);
            int width = Math.max(binary.length(), field.bits().length());
            ruler.add(padded(field.bits(), width));
            bits.add(padded(binary, width));
            values.add(field.name() + " = " + field.value());
        }
        return List.of(
                ruler.toString().stripTrailing(),
                bits.toString().stripTrailing(),
                values.toString());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
