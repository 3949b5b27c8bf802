package tare.core.channel;

import java.util.List;
import java.util.StringJoiner;

/// How several small numbers are packed into one: the meaning of a channel id or of a hardware
/// address.
///
/// The first field stands in the highest bits, the last one in bit 0, so packed values sort as
/// their fields do. Immutable.
///
/// @param name stored with every bank, so an id is never read under the wrong scheme
/// @param fields highest first; together at most 63 bits
public record FieldScheme(String name, List<BitField> fields) {
    public FieldScheme {
        fields = List.copyOf(fields);
        if (name.isBlank()) throw new IllegalArgumentException("a scheme needs a name");
        if (fields.isEmpty())
            throw new IllegalArgumentException("scheme " + name + " has no fields");
        int bits = fields.stream().mapToInt(BitField::bits).sum();
        if (bits > 63) {
            throw new IllegalArgumentException(
                    "scheme " + name + " needs " + bits + " bits, 63 fit");
        }
        long names = fields.stream().map(BitField::name).distinct().count();
        if (names != fields.size()) {
            throw new IllegalArgumentException(
                    "scheme " + name + " names a field twice: " + fields);
        }
    }

    public static FieldScheme of(String name, BitField... fields) {
        return new FieldScheme(name, List.of(fields));
    }

    /// Width of a packed value, 1 to 63 bits.
    public int bits() {
        return fields.stream().mapToInt(BitField::bits).sum();
    }

    /// Packs one value per field, in the fields' order.
    ///
    /// @throws IllegalArgumentException if a value does not fit its field
    public long pack(long... values) {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException(
                    name + " has " + fields.size() + " fields, got " + values.length + " values");
        }
        long packed = 0;
        for (int i = 0; i < values.length; i++) {
            BitField field = fields.get(i);
            if (values[i] < 0 || values[i] > field.mask()) {
                throw new IllegalArgumentException(
                        name
                                + ": "
                                + field.name()
                                + " must be 0.."
                                + field.mask()
                                + ", got "
                                + values[i]);
            }
            packed = packed << field.bits() | values[i];
        }
        return packed;
    }

    /// The value of one field.
    ///
    /// @throws IllegalArgumentException if the scheme has no such field
    public long value(long packed, String fieldName) {
        int shift = 0;
        for (BitField field : fields.reversed()) {
            if (field.name().equals(fieldName)) return packed >>> shift & field.mask();
            shift += field.bits();
        }
        throw new IllegalArgumentException(
                name + " has no field '" + fieldName + "', only " + fields);
    }

    /// The scheme of a level of the hardware: the fields down to and including one.
    ///
    /// @throws IllegalArgumentException if the scheme has no such field
    public FieldScheme upTo(String level) {
        return new FieldScheme(name + " to " + level, fields.subList(0, position(level) + 1));
    }

    /// The part of a packed value that says where it stands at a level: the value under [#upTo].
    ///
    /// @throws IllegalArgumentException if the scheme has no such field
    public long at(String level, long packed) {
        return packed >>> bitsBelow(level);
    }

    /// Bits of the fields after one.
    int bitsBelow(String level) {
        return fields.stream().skip(position(level) + 1L).mapToInt(BitField::bits).sum();
    }

    private int position(String level) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(level)) return i;
        }
        throw new IllegalArgumentException(name + " has no field '" + level + "', only " + fields);
    }

    /// A packed value in words: `FED 1205 link 3 ROC 2`.
    public String format(long packed) {
        var words = new StringJoiner(" ");
        fields.forEach(field -> words.add(field.name() + " " + value(packed, field.name())));
        return words.toString();
    }
}
