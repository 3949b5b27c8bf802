package tare.core.bank;

import java.util.ArrayList;
import java.util.List;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

/// Constants in the making: the same columns as a bank, open for writing.
///
/// The arrays that the methods give are the builder's own, for loops without allocation; what is
/// written into them is what [#freeze] copies. A frozen bank never changes with its builder. Not
/// thread-safe, but threads may fill separate rows.
public final class BankBuilder {
    private BankLayout layout;
    private final FieldScheme idScheme;
    private final int[] ids;
    private final int[] flags;
    private final List<Object> columns;
    private Header header = Header.EMPTY;

    private BankBuilder(
            BankLayout layout, FieldScheme idScheme, int[] ids, int[] flags, List<Object> columns) {
        this.layout = layout;
        this.idScheme = idScheme;
        this.ids = ids;
        this.flags = flags;
        this.columns = columns;
    }

    /// All values and flags 0.
    ///
    /// @param ids copied; must be strictly increasing by the time of [#freeze]
    public static BankBuilder of(BankLayout layout, FieldScheme idScheme, int... ids) {
        var columns = new ArrayList<Object>();
        for (FieldDefinition field : layout.fields()) {
            columns.add(zeros(field.type(), Math.multiplyExact(ids.length, field.length())));
        }
        return new BankBuilder(layout, idScheme, ids.clone(), new int[ids.length], columns);
    }

    /// The values, flags and header of a bank, to be changed.
    public static BankBuilder of(Bank bank) {
        var columns = new ArrayList<Object>();
        bank.columns().forEach(column -> columns.add(column.toArray()));
        return new BankBuilder(
                        bank.layout(),
                        bank.idScheme(),
                        bank.ids().toIntArray(),
                        bank.flags().toIntArray(),
                        columns)
                .header(bank.header());
    }

    /// A complete collection: every channel gets the values of an example, and flag 0.
    ///
    /// @param example a bank of exactly one channel, whose layout, scheme and header are taken
    /// @param ids strictly increasing
    /// @throws IllegalArgumentException if the example has no or several channels
    public static BankBuilder of(Bank example, int... ids) {
        if (example.size() != 1) {
            throw new IllegalArgumentException(
                    "an example is one channel, got a bank of " + example.size());
        }
        var builder = of(example.layout(), example.idScheme(), ids).header(example.header());
        for (int row = 0; row < ids.length; row++) builder.copyValues(example, 0, row);
        return builder;
    }

    /// Copies all values of a channel of a bank of the same layout, not its flag.
    ///
    /// @param from dense index in the bank
    /// @param row dense index here
    public void copyValues(Bank bank, int from, int row) {
        for (int f = 0; f < columns.size(); f++) {
            int length = layout.fields().get(f).length();
            Column column = bank.columns().get(f);
            column.copyTo(columns.get(f), from * length, row * length, length);
        }
    }

    private static Object zeros(FieldType type, int size) {
        return switch (type) {
            case I32 -> new int[size];
            case F32 -> new float[size];
            case I64 -> new long[size];
            case F64 -> new double[size];
        };
    }

    public BankBuilder header(Header newHeader) {
        header = newHeader;
        return this;
    }

    public Header header() {
        return header;
    }

    /// The same columns in other units.
    ///
    /// @throws IllegalArgumentException if more than units differ
    public BankBuilder layout(BankLayout inOtherUnits) {
        if (!inOtherUnits.hasSameShapeAs(layout)) {
            throw new IllegalArgumentException(
                    inOtherUnits
                            + " has other fields than "
                            + layout
                            + ": "
                            + inOtherUnits.fields());
        }
        layout = inOtherUnits;
        return this;
    }

    public BankLayout layout() {
        return layout;
    }

    /// Number of channels.
    public int size() {
        return ids.length;
    }

    public int id(int row) {
        return ids[row];
    }

    /// One [tare.core.channel.ChannelFlag] per channel.
    public int[] flags() {
        return flags;
    }

    /// @throws IllegalArgumentException if there is no such field or it holds another type
    public int[] ints(String fieldName) {
        return array(fieldName, int[].class);
    }

    /// @throws IllegalArgumentException if there is no such field or it holds another type
    public float[] floats(String fieldName) {
        return array(fieldName, float[].class);
    }

    /// @throws IllegalArgumentException if there is no such field or it holds another type
    public long[] longs(String fieldName) {
        return array(fieldName, long[].class);
    }

    /// @throws IllegalArgumentException if there is no such field or it holds another type
    public double[] doubles(String fieldName) {
        return array(fieldName, double[].class);
    }

    private <A> A array(String fieldName, Class<A> wanted) {
        int index = layout.index(fieldName);
        Object array = columns.get(index);
        if (!wanted.isInstance(array)) {
            throw new IllegalArgumentException(
                    "field "
                            + fieldName
                            + " holds "
                            + layout.fields().get(index).type()
                            + ", not "
                            + wanted.getSimpleName());
        }
        return wanted.cast(array);
    }

    /// Sets a value of a field of any type; whole numbers are rounded to the nearest.
    ///
    /// @param at row, or row · length + k for value k of an array field
    public void set(int field, int at, double value) {
        switch (columns.get(field)) {
            case int[] ints -> ints[at] = Math.toIntExact(Math.round(value));
            case float[] floats -> floats[at] = (float) value;
            case long[] longs -> longs[at] = Math.round(value);
            case double[] doubles -> doubles[at] = value;
            default -> throw new AssertionError("a column is an array");
        }
    }

    /// The bank as it stands, over copies: the builder can go on.
    ///
    /// @throws IllegalArgumentException as [Bank#of] does
    public Bank freeze(Journal journal) {
        return Bank.of(
                layout,
                idScheme,
                header,
                Column.of(ids.clone()),
                Column.of(flags.clone()),
                columns.stream().map(BankBuilder::frozen).toList(),
                journal);
    }

    private static Column frozen(Object array) {
        return switch (array) {
            case int[] ints -> Column.of(ints.clone());
            case float[] floats -> Column.of(floats.clone());
            case long[] longs -> Column.of(longs.clone());
            case double[] doubles -> Column.of(doubles.clone());
            default -> throw new AssertionError("a column is an array");
        };
    }
}
