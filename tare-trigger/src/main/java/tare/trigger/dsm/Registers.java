package tare.trigger.dsm;

import java.util.Arrays;

/// The settings of one board, by number; a register that nobody set is 0. Immutable.
///
/// Values may be negative: thresholds can be lowered by an offset, and a comparison with a negative
/// threshold is true for every word.
public final class Registers {
    /// Registers of a board.
    public static final int COUNT = 32;

    /// Nothing set.
    public static final Registers NONE = new Registers(new int[COUNT]);

    private static final int LEAST = Short.MIN_VALUE;
    private static final int MOST = 0xFFFF;

    private final int[] values;

    private Registers(int[] values) {
        this.values = values;
    }

    /// Registers 0, 1, 2 and so on.
    public static Registers of(int... values) {
        Registers registers = NONE;
        for (int r = 0; r < values.length; r++) registers = registers.with(r, values[r]);
        return registers;
    }

    /// The same with one register set.
    ///
    /// @param register 0 to 31
    /// @param value -32768 to 65535
    public Registers with(int register, int value) {
        if (register < 0 || register >= COUNT)
            throw new IllegalArgumentException("a register is 0 to 31, got " + register);
        if (value < LEAST || value > MOST) {
            throw new IllegalArgumentException(
                    "register " + register + " takes -32768 to 65535, got " + value);
        }
        int[] changed = values.clone();
        changed[register] = value;
        return new Registers(changed);
    }

    public int get(int register) {
        return values[register];
    }

    /// One bit of a register, 0 or 1.
    public int bit(int register, int bit) {
        return values[register] >>> bit & 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Registers that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "registers " + Arrays.toString(values);
    }
}
