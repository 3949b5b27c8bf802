package tare.export.bank;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;

/// Numbers by channel of which only usable ones are drawn: finite, and of channels that are neither
/// bad nor not assessed. Others are NaN.
///
/// @param values by dense index
record UsableValues(double[] values) {
    static UsableValues of(Bank bank, FieldDefinition field) {
        return of(bank.size(), i -> value(bank, i, field));
    }

    /// The change of a field from one bank to another, in the dense order of the second.
    static UsableValues change(Bank from, Bank to, FieldDefinition field) {
        return of(
                to.size(),
                i -> {
                    int before = from.index(to.ids().intAt(i));
                    return before < 0
                            ? Double.NaN
                            : value(to, i, field) - value(from, before, field);
                });
    }

    private static UsableValues of(int channels, IntToDoubleFunction value) {
        double[] values = new double[channels];
        Arrays.setAll(values, value);
        return new UsableValues(values);
    }

    /// The value of one channel, NaN unless it is usable.
    static double value(Bank bank, int index, FieldDefinition field) {
        double value = bank.column(field.name()).value(index);
        return isUsable(bank, index) && Double.isFinite(value) ? value : Double.NaN;
    }

    static boolean isUsable(Bank bank, int index) {
        return switch (new ChannelFlag(bank.flags().intAt(index)).quality()) {
            case GOOD, SUSPECT -> true;
            case BAD, NOT_ASSESSED -> false;
        };
    }

    static boolean isBad(Bank bank, int index) {
        return new ChannelFlag(bank.flags().intAt(index)).quality() == Quality.BAD;
    }

    /// Fields with one number per channel, which is what these plots can show.
    static List<FieldDefinition> fields(Bank bank) {
        return bank.layout().fields().stream().filter(field -> !field.isArray()).toList();
    }

    int channels() {
        return values.length;
    }

    double[] finite() {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    /// Those of a range of channels.
    double[] finite(int from, int until) {
        return IntStream.range(from, until)
                .mapToDouble(i -> values[i])
                .filter(Double::isFinite)
                .toArray();
    }
}
