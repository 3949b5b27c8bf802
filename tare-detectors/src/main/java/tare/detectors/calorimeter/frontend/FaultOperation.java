package tare.detectors.calorimeter.frontend;

/// What a hardware fault does to a number.
public enum FaultOperation {
    SET_BITS {
        @Override
        int apply(int value, int operand) {
            return value | operand;
        }
    },
    CLEAR_BITS {
        @Override
        int apply(int value, int operand) {
            return value & ~operand;
        }
    },
    /// May carry a full six-bit word into a seventh bit, as the reference.
    INCREMENT_THEN_CLEAR_BITS {
        @Override
        int apply(int value, int operand) {
            return (value + 1) & ~operand;
        }
    },
    ASSIGN {
        @Override
        int apply(int value, int operand) {
            return operand;
        }
    };

    abstract int apply(int value, int operand);
}
