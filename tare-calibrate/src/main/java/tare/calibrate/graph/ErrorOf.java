package tare.calibrate.graph;

import tare.core.bank.Bank;

/// Where the standard error of a bank's value stands.
public sealed interface ErrorOf {
    /// In a field of its own.
    record Field(String field) implements ErrorOf {}

    /// Error of a mean: rms / √n.
    record Mean(String rms, String n) implements ErrorOf {}

    /// @param index of the channel
    /// @return in the unit of the value; NaN or infinite if there are no samples
    default double at(Bank bank, int index) {
        return switch (this) {
            case Field(String field) -> bank.column(field).value(index);
            case Mean(String rms, String n) ->
                    bank.column(rms).value(index) / Math.sqrt(bank.column(n).value(index));
        };
    }
}
