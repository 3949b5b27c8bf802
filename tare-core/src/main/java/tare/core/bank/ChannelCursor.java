package tare.core.bank;

import java.util.Objects;

/// One channel of a bank at a time, without a copy and without allocation.
///
/// ```java
/// for (var channel = bank.channels(); channel.next(); ) sum += channel.value(mean);
/// ```
///
/// A cursor stands before the first channel when it is made. Fields go by their position in the
/// layout ([BankLayout#index]), looked up once outside the loop. Not thread-safe; each reader takes
/// a cursor of its own.
public final class ChannelCursor {
    private final Bank bank;
    private final Column[] columns;
    private final int[] lengths;
    private int row = -1;

    ChannelCursor(Bank bank) {
        this.bank = bank;
        columns = bank.columns().toArray(Column[]::new);
        lengths = bank.layout().fields().stream().mapToInt(FieldDefinition::length).toArray();
    }

    /// Steps to the next channel; false behind the last one.
    public boolean next() {
        if (row < bank.size()) row++;
        return row < bank.size();
    }

    /// Steps to a channel by its dense index.
    ///
    /// @throws IndexOutOfBoundsException unless `0 <= index < bank.size()`
    public ChannelCursor at(int index) {
        row = Objects.checkIndex(index, bank.size());
        return this;
    }

    /// Stands before the first channel again.
    public void reset() {
        row = -1;
    }

    /// Dense index of the channel.
    public int index() {
        return row;
    }

    public int id() {
        return bank.ids().intAt(row);
    }

    /// The packed [tare.core.channel.ChannelFlag].
    public int flag() {
        return bank.flags().intAt(row);
    }

    /// The value of a field, the first one of an array field, as a `double`.
    public double value(int field) {
        return columns[field].value(row * lengths[field]);
    }

    /// Value k of an array field as a `double`.
    ///
    /// @throws IndexOutOfBoundsException unless `0 <= k < length`
    public double value(int field, int k) {
        return columns[field].value(at(field, k));
    }

    public int intValue(int field) {
        return columns[field].intAt(row * lengths[field]);
    }

    public int intValue(int field, int k) {
        return columns[field].intAt(at(field, k));
    }

    public float floatValue(int field) {
        return columns[field].floatAt(row * lengths[field]);
    }

    public float floatValue(int field, int k) {
        return columns[field].floatAt(at(field, k));
    }

    public long longValue(int field) {
        return columns[field].longAt(row * lengths[field]);
    }

    private int at(int field, int k) {
        return row * lengths[field] + Objects.checkIndex(k, lengths[field]);
    }
}
