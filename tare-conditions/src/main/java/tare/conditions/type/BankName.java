package tare.conditions.type;

import tare.core.operation.Indirection;

/// Which of a detector's banks: its number, and what people call it.
///
/// @param number 0 or more, or that of the [#DATA_LAYER]
public record BankName(int number, String name) {
    /// Which serves all banks of a type whose values are shared. The name is fixed.
    public static final BankName DATA_LAYER =
            new BankName(Indirection.DATA_LAYER, Indirection.DATA_LAYER_NAME);

    public BankName {
        boolean isData =
                number == Indirection.DATA_LAYER && name.equals(Indirection.DATA_LAYER_NAME);
        if (number < 0 && !isData) {
            throw new IllegalArgumentException(
                    "a bank number is >= 0, or -1 with the name data-layer; got "
                            + number
                            + " with "
                            + name);
        }
        if (name.isBlank()) throw new IllegalArgumentException("bank " + number + " needs a name");
    }

    public boolean isDataLayer() {
        return number == Indirection.DATA_LAYER;
    }

    /// Whether number and name are the same, in any case.
    public boolean isSameAs(BankName other) {
        return number == other.number && name.equalsIgnoreCase(other.name);
    }

    @Override
    public String toString() {
        return name + " (bank " + number + ")";
    }
}
