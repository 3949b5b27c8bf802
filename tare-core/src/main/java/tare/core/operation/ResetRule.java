package tare.core.operation;

import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.result.Result;

/// The channels of a bank with nothing in them yet.
final class ResetRule {
    private ResetRule() {}

    static Result<Bank> of(Bank bank) {
        return Result.of(
                BankBuilder.of(bank.layout(), bank.idScheme(), bank.ids().toIntArray())
                        .header(Headers.untested(bank))
                        .freeze(bank.journal()));
    }

    static Result<Bank> of(Bank bank, Bank example) {
        requireExample(bank, example);
        return Result.of(
                BankBuilder.of(example, bank.ids().toIntArray())
                        .header(Headers.untested(bank))
                        .freeze(bank.journal()));
    }

    static void requireExample(Bank bank, Bank example) {
        if (example.size() != 1 || !example.layout().equals(bank.layout())) {
            throw Refusal.wrongStructure(
                    "an example is one channel of layout %s, got %d of %s",
                    bank.layout(), example.size(), example.layout());
        }
    }
}
