package tare.trigger.dsm;

/// What an algorithm takes a register for.
///
/// @param number 0 to 31
/// @param label as the hardware's documents call it
/// @param bits width that the firmware documents; wider values are compared as they are
public record RegisterDefinition(int number, String label, int bits) {
    public RegisterDefinition {
        if (number < 0 || number >= Registers.COUNT)
            throw new IllegalArgumentException("a register is 0 to 31, got " + number);
        if (bits < 1 || bits > 16)
            throw new IllegalArgumentException(label + " has 1 to 16 bits, got " + bits);
    }
}
