package tare.calibrate.accumulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Origin;
import tare.core.bank.Scalar;
import tare.core.journal.Journal;

/// Banks that hold an accumulator between two stretches of its work.
final class PartialSums {
    private PartialSums() {}

    static FieldDefinition count(String name) {
        return new FieldDefinition(name, "1", FieldType.I64);
    }

    static FieldDefinition real(String name) {
        return new FieldDefinition(name, "1", FieldType.F64);
    }

    static Bank write(
            BankLayout layout,
            SortedMap<String, Scalar> extra,
            ChannelSet channels,
            List<Column> columns,
            int channelCount,
            Journal journal) {
        if (channels.size() != channelCount) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d channel ids for an accumulator of %d channels",
                            channels.size(),
                            channelCount));
        }
        int flag = HeaderFlag.NORMAL.with(Origin.PARTIAL_SUMS).bits();
        return Bank.of(
                layout,
                channels.idScheme(),
                new Header(0, flag, extra),
                channels.ids(),
                Column.of(new int[channelCount]),
                columns,
                journal);
    }

    /// Refuses a bank that no accumulator of this kind has written.
    static void require(Bank bank, BankLayout layout) {
        if (!bank.layout().equals(layout)) {
            throw new IllegalArgumentException(
                    "partial sums of layout " + layout + " wanted, got " + bank.layout());
        }
        Origin origin = new HeaderFlag(bank.header().flag()).origin();
        if (origin != Origin.PARTIAL_SUMS) {
            throw new IllegalArgumentException(
                    "bank "
                            + bank.layout()
                            + " has origin "
                            + origin.label()
                            + ": accumulation goes on from partial sums only");
        }
    }

    static long[] longs(Column column) {
        long[] values = new long[column.size()];
        Arrays.setAll(values, column::longAt);
        return values;
    }

    /// Bit by bit, NaN included.
    static double[] doubles(Column column) {
        double[] values = new double[column.size()];
        Arrays.setAll(values, column::doubleAt);
        return values;
    }

    static void requireSameChannels(int here, int there) {
        if (here != there) {
            throw new IllegalArgumentException(
                    "cannot merge " + there + " channels into " + here + " channels");
        }
    }

    static void add(long[] counts, long[] others) {
        for (int i = 0; i < counts.length; i++) counts[i] = Math.addExact(counts[i], others[i]);
    }
}
