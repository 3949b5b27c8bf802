package tare.core.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.channel.UniformMap;
import tare.core.journal.Author;
import tare.core.journal.Journal;

/// Small banks for the tests of operations.
final class Samples {
    static final FieldScheme SCHEME =
            FieldScheme.of("tube", new BitField("module", 4), new BitField("tube", 8));
    static final Author ANNA = new Author("anna", "desk tare 0.1.0");
    static final Instant WHEN = Instant.parse("2026-11-26T09:00:00Z");
    static final Operator OPERATOR = new Operator(ANNA, InstantSource.fixed(WHEN), "a test");
    static final Journal FITTED =
            Journal.EMPTY.append(Instant.EPOCH, ANNA, "fit", Map.of("scan", "7"), "");

    /// A layout of a detector: values with and without errors, a count, an array.
    static final BankLayout GAIN =
            new BankLayout(
                    "gain",
                    1,
                    List.of(
                            new FieldDefinition("gain", "e/ADC", FieldType.F64),
                            new FieldDefinition("gain_error", "e/ADC", FieldType.F64),
                            new FieldDefinition("points", "1", FieldType.I32),
                            new FieldDefinition("shape", "e/ADC", FieldType.F32, 2)));

    private Samples() {}

    static UniformMap map() {
        return UniformMap.of(SCHEME, 4, 8);
    }

    static Bank msn(float[] mean, float[] rms, int[] n) {
        int[] ids = new int[mean.length];
        Arrays.setAll(ids, i -> i);
        return msn(ids, mean, rms, n);
    }

    static Bank msn(int[] ids, float[] mean, float[] rms, int[] n) {
        var builder = BankBuilder.of(Layouts.msn("ADC"), SCHEME, ids);
        System.arraycopy(mean, 0, builder.floats("mean"), 0, mean.length);
        System.arraycopy(rms, 0, builder.floats("rms"), 0, mean.length);
        System.arraycopy(n, 0, builder.ints("n"), 0, mean.length);
        return builder.freeze(FITTED);
    }

    static Bank ms(long pulses, float[] mean, float[] rms) {
        int[] ids = new int[mean.length];
        Arrays.setAll(ids, i -> i);
        var builder = BankBuilder.of(Layouts.ms("ADC"), SCHEME, ids);
        System.arraycopy(mean, 0, builder.floats("mean"), 0, mean.length);
        System.arraycopy(rms, 0, builder.floats("rms"), 0, mean.length);
        return builder.header(Header.of(pulses, Map.of())).freeze(FITTED);
    }

    /// All 32 channels of [#map].
    static Bank random(long seed) {
        return random(seed, map().ids());
    }

    static Bank random(long seed, int... ids) {
        var random = new Random(seed);
        var builder = BankBuilder.of(Layouts.msn("ADC"), SCHEME, ids);
        for (int i = 0; i < ids.length; i++) {
            builder.floats("mean")[i] = 100 + 10 * (float) random.nextGaussian();
            builder.floats("rms")[i] = 3 + random.nextFloat();
            builder.ints("n")[i] = 900 + random.nextInt(200);
            builder.flags()[i] = random.nextInt(8) == 0 ? 1 << random.nextInt(16) : 0;
        }
        return builder.freeze(FITTED);
    }

    static Bank gains(double gain, double error, float... shape) {
        var builder = BankBuilder.of(GAIN, SCHEME, 5);
        builder.doubles("gain")[0] = gain;
        builder.doubles("gain_error")[0] = error;
        builder.ints("points")[0] = 7;
        System.arraycopy(shape, 0, builder.floats("shape"), 0, shape.length);
        return builder.freeze(FITTED);
    }

    static Bank example(float mean, float rms, int n) {
        return msn(new int[] {0}, new float[] {mean}, new float[] {rms}, new int[] {n});
    }

    static Bank with(Bank bank, int... flags) {
        var builder = BankBuilder.of(bank);
        System.arraycopy(flags, 0, builder.flags(), 0, flags.length);
        return builder.freeze(bank.journal());
    }

    static Bank done(Bank bank, Operation operation) {
        return OPERATOR.apply(bank, operation).orElseThrow();
    }
}
