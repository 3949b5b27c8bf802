package tare.core.bank;

import java.util.List;

/// The named, typed columns of a kind of bank. Layouts are data: a bank is readable without the
/// class that filled it.
///
/// @param name what the bank holds, for example `pixel-gain`
/// @param version 1 or more; another set of columns is another version
public record BankLayout(String name, int version, List<FieldDefinition> fields) {
    public BankLayout {
        fields = List.copyOf(fields);
        if (name.isBlank()) throw new IllegalArgumentException("a layout needs a name");
        if (version < 1)
            throw new IllegalArgumentException("layout version must be > 0, got " + version);
        long names = fields.stream().map(FieldDefinition::name).distinct().count();
        if (names != fields.size()) {
            throw new IllegalArgumentException(
                    "layout " + name + " names a field twice: " + fields);
        }
        for (FieldDefinition field : fields) {
            if (field.isArray()) requireOwnNames(name, field, fields);
        }
    }

    /// `x_0` beside an array `x` would be two columns of one name where values stand side by side.
    private static void requireOwnNames(
            String layout, FieldDefinition array, List<FieldDefinition> fields) {
        for (FieldDefinition field : fields) {
            if (field.name().matches(array.name() + "_[0-9]+")) {
                throw new IllegalArgumentException(
                        "layout "
                                + layout
                                + ": field "
                                + field.name()
                                + " looks like a value of the array "
                                + array.name());
            }
        }
    }

    /// Position of a column.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public int index(String fieldName) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(fieldName)) return i;
        }
        throw new IllegalArgumentException(
                "layout " + this + " has no field '" + fieldName + "', only " + fields);
    }

    /// Whether another layout has the same name, version and fields; units may differ.
    public boolean hasSameShapeAs(BankLayout other) {
        return name.equals(other.name)
                && version == other.version
                && withoutUnits().equals(other.withoutUnits());
    }

    private List<FieldDefinition> withoutUnits() {
        return fields.stream().map(field -> field.in("1")).toList();
    }

    /// Whether every value is 4 bytes wide, as transport from the read-out needs.
    public boolean isTransportable() {
        return fields.stream().allMatch(field -> field.type().bytes() == 4);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
