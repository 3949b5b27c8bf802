package tare.export.table;

import java.util.List;
import java.util.Random;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.journal.Journal;

/// Banks with every storage type and awkward values.
final class Banks {
    static final FieldScheme SCHEME =
            FieldScheme.of("test", new BitField("module", 11), new BitField("pixel", 8));

    private static final BankLayout LAYOUT =
            new BankLayout(
                    "test-gain",
                    1,
                    List.of(
                            new FieldDefinition("gain", "ADC/VCal", FieldType.F32),
                            new FieldDefinition("pedestal", "ADC", FieldType.F64),
                            new FieldDefinition("points", "1", FieldType.I32),
                            new FieldDefinition("pulses", "1", FieldType.I64)));

    private Banks() {}

    static Bank small() {
        int[] ids = {
            (int) SCHEME.pack(3, 0), (int) SCHEME.pack(3, 255), (int) SCHEME.pack(2000, 7)
        };
        int[] flags = {0, Quality.BAD.bits() | FitStatus.NO_DATA.bits(), 1};
        return bank(
                LAYOUT,
                ids,
                flags,
                Column.of(0.1f, Float.NaN, Float.MIN_VALUE),
                Column.of(1 / 3.0, Double.NEGATIVE_INFINITY, -0.0),
                Column.of(0, -1, Integer.MAX_VALUE),
                Column.of(0L, Long.MIN_VALUE, 5_000_000_000L));
    }

    static Bank random(int size, long seed) {
        var random = new Random(seed);
        int[] ids = new int[size];
        int[] flags = new int[size];
        float[] gains = new float[size];
        double[] pedestals = new double[size];
        int[] points = new int[size];
        long[] pulses = new long[size];
        for (int i = 0; i < size; i++) {
            ids[i] = 3 * i;
            flags[i] = random.nextInt(4);
            gains[i] = Float.intBitsToFloat(random.nextInt());
            if (Float.isNaN(gains[i])) gains[i] = Float.NaN;
            pedestals[i] = random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300.0);
            points[i] = random.nextInt();
            pulses[i] = random.nextLong();
        }
        return bank(
                LAYOUT,
                ids,
                flags,
                Column.of(gains),
                Column.of(pedestals),
                Column.of(points),
                Column.of(pulses));
    }

    static Bank withArrays() {
        var layout =
                new BankLayout(
                        "arrays",
                        1,
                        List.of(
                                new FieldDefinition("counts", "1", FieldType.I32, 3),
                                new FieldDefinition("x", "ns", FieldType.F32, 2)));
        return bank(
                layout,
                new int[] {1, 5},
                new int[] {0, 1},
                Column.of(1, 2, 3, 4, 5, 6),
                Column.of(0.1f, -0f, Float.NaN, Float.POSITIVE_INFINITY));
    }

    static Bank withFieldCalledFlag() {
        var layout =
                new BankLayout("odd", 1, List.of(new FieldDefinition("flag", "1", FieldType.I32)));
        return bank(layout, new int[] {1}, new int[] {0}, Column.of(7));
    }

    private static Bank bank(BankLayout layout, int[] ids, int[] flags, Column... columns) {
        return Bank.of(
                layout,
                SCHEME,
                Header.EMPTY,
                Column.of(ids),
                Column.of(flags),
                List.of(columns),
                Journal.EMPTY);
    }
}
