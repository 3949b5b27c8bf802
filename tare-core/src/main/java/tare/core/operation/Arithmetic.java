package tare.core.operation;

import tare.core.bank.Bank;

/// Computing with values, channel by channel, in `double`.
///
/// Which values: `mean` of the layouts `ms/1` and `msn/1`; of a layout that is not one of
/// [tare.core.bank.Layouts], every F32 or F64 field, array fields element by element. The other
/// generic layouts have no arithmetic. Whole-number fields are kept from the left operand.
///
/// Errors: the error of a `mean` is rms/√n, n being the header's pulses in `ms/1` (1 if they are
/// 0). A field `x_error` is the error of the field `x`. One operand with f(x): the error, like the
/// rms, is multiplied by |f′(x)|, n stays. Two operands with f(a, b):
/// σ² = (∂f/∂a · σa)² + (∂f/∂b · σb)², without correlation; n of the result is the smaller n, and
/// its rms is σ·√n, so that rms/√n is again the error of the mean.
public sealed interface Arithmetic extends Operation {
    /// x · factor.
    record Scale(double factor) implements Arithmetic {}

    /// x + amount; errors stay.
    record Offset(double amount) implements Arithmetic {}

    /// −x.
    record Negate() implements Arithmetic {}

    /// |x|.
    record Absolute() implements Arithmetic {}

    /// 1/x, in the inverse unit.
    record Inverse() implements Arithmetic {}

    /// A formula on the values of one field, and on nothing else: errors are the caller's.
    record Apply(String field, Formula formula) implements Arithmetic {}

    /// The values of one field to so many digits after the point, ties to even.
    record Round(String field, int digits) implements Arithmetic {}

    /// a + b. A difference is added only to the base it was taken from.
    record Add(Bank other, BaseCheck check) implements Arithmetic {
        public Add(Bank other) {
            this(other, BaseCheck.STRICT);
        }
    }

    /// a − b.
    record Subtract(Bank other) implements Arithmetic {}

    /// a · b; the unit `1` is neutral. A ratio is multiplied only onto the base it was taken from.
    record Multiply(Bank other, BaseCheck check) implements Arithmetic {
        public Multiply(Bank other) {
            this(other, BaseCheck.STRICT);
        }
    }

    /// a / b.
    record Divide(Bank other) implements Arithmetic {}

    /// a − b as a relative bank: its header names `base` as that from which it was taken.
    record Difference(Bank base) implements Arithmetic {}

    /// a / b as a relative bank: its header names `base` as that from which it was taken.
    record Ratio(Bank base) implements Arithmetic {}

    /// (a − b)/√(σa² + σb²), a pure number with error 1 (rms 1, n 1). Needs errors.
    record Pull(Bank other) implements Arithmetic {}
}
