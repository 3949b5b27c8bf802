package tare.calibrate.graph;

import java.util.List;
import java.util.Optional;
import tare.conditions.view.Resolved;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.time.Moment;

/// What a calibration stored for one interval, as the store gives it back.
///
/// @param since when it begins to hold; it ends where the calibration's next output begins
/// @param banks by number
public record Output(Moment since, List<Resolved> banks) {
    public Output {
        banks = List.copyOf(banks);
    }

    Optional<Bank> find(int number) {
        return banks.stream()
                .filter(bank -> bank.entry().bank().number() == number)
                .map(Resolved::bank)
                .findFirst();
    }

    /// @throws IllegalArgumentException if there is no such bank
    public Bank bank(int number) {
        return find(number)
                .orElseThrow(() -> new IllegalArgumentException("no bank " + number + ": " + this));
    }

    List<Sha256> payloads() {
        return banks.stream().map(bank -> bank.entry().payload()).toList();
    }

    /// Of outputs by time, the one that holds at a moment.
    static Optional<Output> at(List<Output> outputs, Moment moment) {
        return outputs.stream()
                .filter(output -> output.since().value() <= moment.value())
                .reduce((_, later) -> later);
    }

    @Override
    public String toString() {
        return "output since "
                + since
                + " of banks "
                + banks.stream().map(bank -> bank.entry().bank().toString()).toList();
    }
}
