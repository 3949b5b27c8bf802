package tare.conditions.type;

/// Which of a detector's banks: its number, and what people call it.
///
/// @param number 0 or more
public record BankName(int number, String name) {
    public BankName {
        if (number < 0) throw new IllegalArgumentException("a bank number is >= 0, got " + number);
        if (name.isBlank()) throw new IllegalArgumentException("bank " + number + " needs a name");
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
