package tare.conditions;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.time.TimeAxis;

/// Small banks and types for tests.
public final class Samples {
    public static final FieldScheme SCHEME =
            FieldScheme.of("test", new BitField("crate", 8), new BitField("channel", 20));

    public static final BankLayout LAYOUT =
            new BankLayout(
                    "pedestal",
                    1,
                    List.of(
                            new FieldDefinition("pedestal", "ADC", FieldType.F32),
                            new FieldDefinition("entries", "1", FieldType.I32)));

    public static final Author AUTHOR = new Author("ada", "bench tare 0.1.0");
    public static final Instant WHEN = Instant.parse("2026-11-20T11:00:00Z");

    public static final Journal JOURNAL =
            Journal.EMPTY.append(
                    WHEN, AUTHOR, "fit", Map.of("file", "ab".repeat(32)), "for a test");

    private Samples() {}

    public static CalibrationType type(FailureLimit limit, Check... checks) {
        return new CalibrationType(
                "pedestal", LAYOUT, SCHEME, TimeAxis.RUN, List.of(checks), limit);
    }

    public static CalibrationType type() {
        return type(new FailureLimit.FewerThan(1));
    }

    /// A bank whose channels are 0, 1, 2 … of a crate.
    public static Bank bank(int crate, float... pedestals) {
        return bank(crate, new int[pedestals.length], pedestals);
    }

    public static Bank bank(int crate, int[] flags, float[] pedestals) {
        int[] ids = new int[pedestals.length];
        Arrays.setAll(ids, i -> (int) SCHEME.pack(crate, i));
        int[] entries = new int[pedestals.length];
        Arrays.fill(entries, 100);
        return Bank.of(
                LAYOUT,
                SCHEME,
                Header.EMPTY,
                Column.of(ids),
                Column.of(flags),
                List.of(Column.of(pedestals), Column.of(entries)),
                JOURNAL);
    }

    /// A bank of every column type with any bits whatever, NaN and the like included.
    public static Bank anyBank(int channels, RandomGenerator random) {
        var layout =
                new BankLayout(
                        "everything",
                        3,
                        List.of(
                                new FieldDefinition("f32", "ADC", FieldType.F32),
                                new FieldDefinition("i64", "1", FieldType.I64),
                                new FieldDefinition("f64", "e/ADC", FieldType.F64),
                                new FieldDefinition("i32", "1", FieldType.I32)));
        int[] ids = new int[channels];
        int[] flags = new int[channels];
        float[] floats = new float[channels];
        long[] longs = new long[channels];
        double[] doubles = new double[channels];
        int[] ints = new int[channels];
        int id = 0;
        for (int i = 0; i < channels; i++) {
            ids[i] = id;
            id += 1 + random.nextInt(4);
            flags[i] = random.nextInt(10) == 0 ? random.nextInt(1 << 26) : 0;
            floats[i] = any(random, (float) random.nextGaussian(80, 20));
            longs[i] = random.nextLong();
            doubles[i] = any(random, (float) random.nextGaussian(1e6, 1));
            ints[i] = random.nextInt(200);
        }
        var extra = new TreeMap<String, Scalar>();
        extra.put("whole", Scalar.of(Long.MIN_VALUE));
        extra.put("real", Scalar.of(any(random, 0.1f)));
        extra.put("text", Scalar.of("µ \"quoted\" \\ \n"));
        return Bank.of(
                layout,
                SCHEME,
                new Header(random.nextLong(1L << 40), random.nextInt(1 << 30), extra),
                Column.of(ids),
                Column.of(flags),
                List.of(Column.of(floats), Column.of(longs), Column.of(doubles), Column.of(ints)),
                Journal.EMPTY);
    }

    /// A bank with array fields, few different values in some columns, NaN and -0.0 among them.
    public static Bank shared(int channels, RandomGenerator random) {
        var layout =
                new BankLayout(
                        "shared",
                        1,
                        List.of(
                                new FieldDefinition("wave", "ADC", FieldType.F32, 3),
                                new FieldDefinition("crate_gain", "e/ADC", FieldType.F64),
                                new FieldDefinition("counts", "1", FieldType.I32, 2),
                                new FieldDefinition("mean", "ADC", FieldType.F32)));
        var builder = BankBuilder.of(layout, SCHEME, IntStream.range(0, channels).toArray());
        double[] few = {1.5, -0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY};
        int variety = Math.max(1, channels / 5);
        for (int i = 0; i < channels; i++) {
            for (int k = 0; k < 3; k++) builder.floats("wave")[3 * i + k] = k;
            builder.doubles("crate_gain")[i] = few[random.nextInt(few.length)];
            builder.ints("counts")[2 * i] = 1_000_003 * random.nextInt(variety);
            builder.floats("mean")[i] = 80 + (float) random.nextGaussian();
            builder.flags()[i] = random.nextInt(30) == 0 ? 1 << random.nextInt(31) : 0;
        }
        return builder.freeze(Journal.EMPTY);
    }

    private static float any(RandomGenerator random, float usual) {
        return switch (random.nextInt(20)) {
            case 0 -> Float.NaN;
            case 1 -> -0.0f;
            case 2 -> Float.POSITIVE_INFINITY;
            case 3 -> Float.NEGATIVE_INFINITY;
            case 4 -> Float.MIN_VALUE;
            default -> usual;
        };
    }
}
