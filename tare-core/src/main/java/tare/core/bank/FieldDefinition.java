package tare.core.bank;

/// One named column of a bank.
///
/// @param name lower-case words joined by `_`, unique in its layout: `pedestal`, `gain_error`
/// @param unit unit of a value: `ADC`, `e/ADC`, or `1` for a pure number
public record FieldDefinition(String name, String unit, FieldType type) {
    public FieldDefinition {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a field name is lower-case letters, digits and '_', got '" + name + "'");
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("field " + name + " needs a unit; '1' for a number");
        }
    }
}
