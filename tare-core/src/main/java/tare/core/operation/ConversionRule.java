package tare.core.operation;

import java.util.Arrays;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.result.Result;

/// Means with one n for all, and with an n each.
final class ConversionRule {
    private ConversionRule() {}

    static Result<Bank> toMsn(Bank bank) {
        if (!Layouts.isMs(bank.layout())) {
            throw Refusal.wrongStructure("only ms/1 becomes msn/1, not %s", bank.layout());
        }
        long pulses = bank.header().pulses();
        if (pulses < 1 || pulses > Integer.MAX_VALUE) {
            throw Refusal.badArgument(
                    "n must be 1 to %d, the header has %d pulses", Integer.MAX_VALUE, pulses);
        }
        var builder = converted(bank, Layouts.msn(unit(bank)), Headers.untested(bank));
        Arrays.fill(builder.ints("n"), (int) pulses);
        return Result.of(builder.freeze(bank.journal()));
    }

    static Result<Bank> toMs(Bank bank) {
        if (!Layouts.isMsn(bank.layout())) {
            throw Refusal.wrongStructure("only msn/1 becomes ms/1, not %s", bank.layout());
        }
        int[] counts = bank.column("n").toIntArray();
        Header header = Headers.untested(bank);
        if (counts.length > 0) {
            requireEqual(bank, counts);
            header = header.withPulses(counts[0]);
        }
        return Result.of(converted(bank, Layouts.ms(unit(bank)), header).freeze(bank.journal()));
    }

    private static void requireEqual(Bank bank, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || counts[i] != counts[0]) {
                throw Refusal.badArgument(
                        "all n must be equal: channel %d has %d, channel %d has %d",
                        bank.ids().intAt(0), counts[0], bank.ids().intAt(i), counts[i]);
            }
        }
    }

    private static BankBuilder converted(Bank bank, BankLayout layout, Header header) {
        var builder =
                BankBuilder.of(layout, bank.idScheme(), bank.ids().toIntArray()).header(header);
        for (int i = 0; i < bank.size(); i++) {
            builder.floats("mean")[i] = bank.column("mean").floatAt(i);
            builder.floats("rms")[i] = bank.column("rms").floatAt(i);
            builder.flags()[i] = bank.flags().intAt(i);
        }
        return builder;
    }

    private static String unit(Bank bank) {
        return bank.layout().fields().getFirst().unit();
    }
}
