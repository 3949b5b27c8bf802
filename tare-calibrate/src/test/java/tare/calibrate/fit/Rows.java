package tare.calibrate.fit;

import java.util.stream.IntStream;
import tare.core.bank.BankBuilder;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.channel.FitStatus;
import tare.core.work.Workers;

/// Results of fits in tests: channel ids are dense indexes.
final class Rows {
    private static final FieldScheme SCHEME =
            FieldScheme.of("fit-test", new BitField("channel", 24));

    private Rows() {}

    static BankBuilder emptyFor(ChannelFit<?> fit, int channels) {
        return BankBuilder.of(fit.layout(), SCHEME, IntStream.range(0, channels).toArray());
    }

    static <A extends FitInput> BankBuilder fit(ChannelFit<A> fit, A input) {
        BankBuilder results = emptyFor(fit, input.channels());
        fit.fit(input, results, Workers.onCallingThread());
        return results;
    }

    static FitStatus status(BankBuilder results, int channel) {
        return new ChannelFlag(results.flags()[channel]).fitStatus();
    }
}
