package tare.core.bank;

/// One named column of a bank.
///
/// @param name lower-case words joined by `_`, unique in its layout: `pedestal`, `gain_error`
/// @param unit unit of a value: `ADC`, `e/ADC`, or `1` for a pure number
/// @param length values per channel, 1 to 65,536; value k of row i stands at `i * length + k`
public record FieldDefinition(String name, String unit, FieldType type, int length) {
    public static final int MAX_LENGTH = 1 << 16;

    public FieldDefinition {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a field name is lower-case letters, digits and '_', got '" + name + "'");
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("field " + name + " needs a unit; '1' for a number");
        }
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "field " + name + " must have 1 to " + MAX_LENGTH + " values, got " + length);
        }
    }

    /// A field of one value per channel.
    public FieldDefinition(String name, String unit, FieldType type) {
        this(name, unit, type, 1);
    }

    /// The same field in another unit.
    public FieldDefinition in(String otherUnit) {
        return new FieldDefinition(name, otherUnit, type, length);
    }

    public boolean isArray() {
        return length > 1;
    }

    /// The name of one value where values stand side by side: `mean`, or `counts_3` of an array.
    public String name(int position) {
        return isArray() ? name + "_" + position : name;
    }

    /// Bytes per channel.
    public int bytes() {
        return type.bytes() * length;
    }
}
