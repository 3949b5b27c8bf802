package tare.conditions.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.Condition;
import tare.core.channel.Quality;
import tare.core.channel.UniformMap;
import tare.core.journal.Journal;
import tare.core.operation.Arithmetic.Round;
import tare.core.operation.Operator;

/// How small the banks of a detector of 12 sectors of 896 tubes are in the store.
class PayloadSizeTest {
    private static final UniformMap DIRC =
            UniformMap.of(List.of("sector", "module", "tube"), 12, 14, 64);

    private static BankBuilder bank(BankLayout layout) {
        return BankBuilder.of(layout, DIRC.idScheme(), DIRC.ids());
    }

    private static long stored(Bank bank) {
        Payload payload = BankFormat.write(bank, Compression.SMALLER);
        Bank back = BankFormat.read(payload.container(), payload.identity());
        assertThat(back.differences(bank)).isEmpty();
        return payload.container().byteSize();
    }

    @Test
    void aHotListOf43ChannelsIsBelow4Kilobytes() {
        var random = new Random(5);
        var builder = bank(Layouts.STATUS);
        for (int i = 0; i < 43; i++) {
            int row = random.nextInt(DIRC.size());
            builder.flags()[row] =
                    Condition.values()[1 + random.nextInt(7)].bits()
                            | Quality.BAD.bits()
                            | random.nextInt(1 << 16);
        }
        assertThat(stored(builder.freeze(Journal.EMPTY))).isLessThanOrEqualTo(4_000);
    }

    /// Light on every tube: nearly all flashes count. Of the 96 bits of mean, rms and n 46 are
    /// noise, which nothing compresses: 62 kB.
    @Test
    void timesAreBelow65KilobytesWhereNearlyEveryFlashHits() {
        assertThat(stored(times(20261126, 0.985, 1))).isLessThanOrEqualTo(65_000);
    }

    /// Few photons: counts and rms scatter more, 50 bits are noise: 67 kB.
    @Test
    void timesOfSinglePhotonsAreBelow70Kilobytes() {
        assertThat(stored(times(20261126, 0.03, 0.07))).isLessThanOrEqualTo(70_000);
    }

    /// A picosecond is a two-hundredth of the errors here; what is below it is not worth keeping.
    @Test
    void timesOfSinglePhotonsRoundedToAPicosecondAreBelow60Kilobytes() {
        var operator = new Operator(Samples.AUTHOR, () -> Samples.WHEN);
        Bank rounded =
                operator.apply(times(20261126, 0.03, 0.07), new Round("mean", 3))
                        .then(bank -> operator.apply(bank, new Round("rms", 3)))
                        .orElseThrow();
        assertThat(stored(rounded)).isLessThanOrEqualTo(60_000);
    }

    /// Times as 1,000 flashes of light give them, each tube with its own share; a TDC of 0.5 ns
    /// counts. Everything is what the samples say, nothing is rounded.
    private static Bank times(long seed, double leastShare, double mostShare) {
        var random = new Random(seed);
        var builder = bank(Layouts.msn("ns"));
        for (int row = 0; row < DIRC.size(); row++) {
            double share = random.nextDouble(leastShare, mostShare);
            double t0 = random.nextGaussian(45, 5);
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int flash = 0; flash < 1000; flash++) {
                if (random.nextDouble() > share) continue;
                double time = Math.rint(random.nextGaussian(t0, 1.5) * 2) / 2;
                sum += time;
                squares += time * time;
                n++;
            }
            double mean = sum / n;
            builder.floats("mean")[row] = (float) mean;
            builder.floats("rms")[row] = (float) Math.sqrt(Math.max(squares / n - mean * mean, 0));
            builder.ints("n")[row] = n;
        }
        return builder.freeze(Journal.EMPTY);
    }
}
