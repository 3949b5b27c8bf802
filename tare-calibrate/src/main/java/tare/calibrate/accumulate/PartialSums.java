package tare.calibrate.accumulate;

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
    /// Virtual machines refuse arrays of nearly 2^31 elements.
    private static final int MAX_CELLS = Integer.MAX_VALUE - 16;

    private PartialSums() {}

    static FieldDefinition counter(String name) {
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

    /// Refuses a bank of another kind.
    static void require(Bank bank, String layoutName) {
        if (!bank.layout().name().equals(layoutName)) {
            throw new IllegalArgumentException(
                    "a bank of " + layoutName + " wanted, got " + bank.layout());
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

    /// Refuses a bank of other columns than this version writes.
    static void require(Bank bank, BankLayout layout) {
        require(bank, layout.name());
        if (!bank.layout().equals(layout)) {
            throw new IllegalArgumentException(
                    "a bank of "
                            + layout
                            + " has fields "
                            + layout.fields()
                            + ", got "
                            + bank.layout()
                            + " with "
                            + bank.layout().fields());
        }
    }

    static long[] longs(Bank bank, String field) {
        return (long[]) bank.column(field).toArray();
    }

    /// Bit by bit, NaN included.
    static double[] doubles(Bank bank, String field) {
        return (double[]) bank.column(field).toArray();
    }

    static double real(Bank bank, String name) {
        if (bank.header().extra().get(name) instanceof Scalar.Real(double value)) return value;
        throw new IllegalArgumentException(
                "partial sums " + bank.layout() + " lack '" + name + "' in their header");
    }

    static int requireChannels(int channels) {
        if (channels < 0) throw new IllegalArgumentException("channels >= 0, got " + channels);
        return channels;
    }

    /// Cells of all channels together.
    static int cells(int channels, int perChannel) {
        long cells = (long) requireChannels(channels) * perChannel;
        if (cells > MAX_CELLS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d channels of %d values are %d values, %d fit: divide the channels",
                            channels,
                            perChannel,
                            cells,
                            MAX_CELLS));
        }
        return (int) cells;
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
