package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.List;
import tare.conditions.view.Resolved;
import tare.core.bank.Bank;
import tare.core.channel.ChannelFlag;
import tare.core.time.Moment;

/// One value per run and channel, with a weight: columns by run.
///
/// @param runs in order
/// @param value of each channel, by run; any number where the weight is 0
/// @param weight 1 / error², 0 where there is no value
public record RunValues(List<Moment> runs, double[][] value, double[][] weight) {
    public RunValues {
        runs = List.copyOf(runs);
        if (value.length != runs.size() || weight.length != runs.size()) {
            throw new IllegalArgumentException(
                    "%s runs, but %s rows of values and %s of weights"
                            .formatted(runs.size(), value.length, weight.length));
        }
    }

    /// A field of run-wise banks. Channels are those of the first run; one that is bad, not
    /// assessed, absent or without an error in a run has no weight there.
    static RunValues of(List<Output> outputs, String field, ErrorOf error) {
        List<Resolved> first = outputs.getFirst().banks();
        int channels = first.stream().mapToInt(bank -> bank.bank().size()).sum();
        var runs = new ArrayList<Moment>();
        double[][] value = new double[outputs.size()][channels];
        double[][] weight = new double[outputs.size()][channels];
        for (int run = 0; run < outputs.size(); run++) {
            Output output = outputs.get(run);
            runs.add(output.since());
            int at = 0;
            for (Resolved known : first) {
                int number = known.entry().bank().number();
                Bank bank = output.bank(number);
                read(known.bank(), bank, field, error, value[run], weight[run], at);
                at += known.bank().size();
            }
        }
        return new RunValues(runs, value, weight);
    }

    private static void read(
            Bank channels,
            Bank bank,
            String field,
            ErrorOf error,
            double[] value,
            double[] weight,
            int at) {
        for (int i = 0; i < channels.size(); i++) {
            int id = channels.ids().intAt(i);
            int index = i < bank.size() && bank.ids().intAt(i) == id ? i : bank.index(id);
            if (index < 0 || !isAssessed(bank, index)) continue;
            double measured = bank.column(field).value(index);
            double sigma = error.at(bank, index);
            double of = 1 / (sigma * sigma);
            if (!Double.isFinite(measured) || !(of > 0) || !Double.isFinite(of)) continue;
            value[at + i] = measured;
            weight[at + i] = of;
        }
    }

    private static boolean isAssessed(Bank bank, int index) {
        return switch (new ChannelFlag(bank.flags().intAt(index)).quality()) {
            case GOOD, SUSPECT -> true;
            case BAD, NOT_ASSESSED -> false;
        };
    }
}
