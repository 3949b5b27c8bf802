package tare.core.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Few different values shared by many channels: an index layer says for each channel which entry
/// of the data layer is its own.
///
/// | layer | layout | ids | header |
/// | --- | --- | --- | --- |
/// | index | `index/1`: index (I32) | those of the channels | extra `max_index`: the largest index
/// in use, -1 if there is no channel |
/// | data | any | 0 … entries − 1, of scheme `data layer` | flag `DATA_LAYER` |
///
/// One data layer serves all banks of a type; where banks are numbered it is bank [#DATA_LAYER].
/// It is stored first, and never gets shorter than the indexes that point to it: see [#check].
///
/// @param index one entry number per channel
/// @param data the shared values
public record Indirection(Bank index, Bank data) {
    /// The number of the data layer where banks of a type are numbered.
    public static final int DATA_LAYER = -1;

    /// What that bank is called.
    public static final String DATA_LAYER_NAME = "data-layer";

    /// Extra value in the header of an index layer.
    public static final String MAX_INDEX = "max_index";

    public static final BankLayout INDEX =
            new BankLayout("index", 1, List.of(new FieldDefinition("index", "1", FieldType.I32)));
    public static final FieldScheme ENTRIES =
            FieldScheme.of("data layer", new BitField("entry", 31));

    private static final int SHOWN = 10;

    /// Divides a bank: rows of equal bits become one entry, in the order of their first channel.
    /// Both layers sign the operation in their journals, which continue the bank's.
    public static Result<Indirection> of(Bank bank, Operator operator) {
        var entries = new HashMap<List<Long>, Integer>();
        var first = new ArrayList<Integer>();
        var builder = BankBuilder.of(INDEX, bank.idScheme(), bank.ids().toIntArray());
        int[] index = builder.ints("index");
        for (int row = 0; row < index.length; row++) {
            Integer known = entries.putIfAbsent(RowBits.of(bank, row), first.size());
            index[row] = known == null ? first.size() : known;
            if (known == null) first.add(row);
            builder.flags()[row] = bank.flags().intAt(row);
        }
        Header header = Headers.untested(bank);
        builder.header(header.with(MAX_INDEX, Scalar.of(first.size() - 1L)));
        var data =
                dataLayer(bank, first)
                        .header(header.with(header.state().with(HeaderFlag.DATA_LAYER)));
        return Result.of(
                new Indirection(
                        operator.sign(
                                builder.freeze(bank.journal()), bank, "index-layer", Map.of()),
                        operator.sign(data.freeze(bank.journal()), bank, "data-layer", Map.of())));
    }

    private static BankBuilder dataLayer(Bank bank, List<Integer> rows) {
        int[] entries = new int[rows.size()];
        for (int i = 0; i < entries.length; i++) entries[i] = i;
        var builder = BankBuilder.of(bank.layout(), ENTRIES, entries);
        for (int i = 0; i < entries.length; i++) builder.copyValues(bank, rows.get(i), i);
        return builder;
    }

    /// What is wrong with an index layer above a data layer; empty if nothing is. A data layer is
    /// fit to replace another one if nothing is wrong with any index layer in use.
    public static List<String> check(Bank index, Bank data) {
        var wrong = new ArrayList<String>();
        if (!index.layout().equals(INDEX)) wrong.add(notIndex(index));
        wrong.addAll(checkData(data));
        if (wrong.isEmpty()) checkIndexes(index, data.size(), " of " + data.size(), wrong);
        return wrong;
    }

    private static String notIndex(Bank index) {
        return "the index layer has layout " + index.layout();
    }

    /// What is wrong with an index layer whatever the data layer is: its layout, an index below 0,
    /// or a header that claims another largest index.
    public static List<String> checkIndex(Bank index) {
        if (!index.layout().equals(INDEX)) return List.of(notIndex(index));
        var wrong = new ArrayList<String>();
        checkIndexes(index, 1L << 31, ", which is below 0", wrong);
        return wrong;
    }

    /// What is wrong with a data layer, whatever points to it: its ids or its header.
    public static List<String> checkData(Bank data) {
        var wrong = new ArrayList<String>();
        if (!data.idScheme().equals(ENTRIES) || !isNumbered(data)) {
            wrong.add("ids of the data layer must be its entries from 0 without gaps");
        }
        if (!data.header().state().has(HeaderFlag.DATA_LAYER)) {
            wrong.add("the header of the data layer does not say that it is one");
        }
        return wrong;
    }

    private static boolean isNumbered(Bank data) {
        return data.size() == 0 || data.ids().intAt(data.size() - 1) == data.size() - 1;
    }

    /// @param entries above which an index is wrong
    /// @param of how the message about a wrong index ends
    private static void checkIndexes(Bank index, long entries, String of, List<String> wrong) {
        for (int row = 0; row < index.size(); row++) {
            int entry = index.columns().getFirst().intAt(row);
            if ((entry < 0 || entry >= entries) && wrong.size() < SHOWN) {
                wrong.add("channel " + index.ids().intAt(row) + " points to entry " + entry + of);
            }
        }
        int largest = largest(index);
        long claimed = index.header().whole(MAX_INDEX).orElse(Long.MIN_VALUE);
        if (index.header().whole(MAX_INDEX).isEmpty()) {
            wrong.add("the header has no max_index; the largest index is " + largest);
        } else if (claimed != largest) {
            wrong.add("the header's max_index is " + claimed + ", the largest index " + largest);
        }
    }

    /// The largest index of an index layer, -1 if it has no channel.
    public static int largest(Bank index) {
        int largest = -1;
        for (int row = 0; row < index.size(); row++) {
            largest = Math.max(largest, index.columns().getFirst().intAt(row));
        }
        return largest;
    }

    /// The data layer's row of a channel.
    ///
    /// @param row dense index in the index layer
    public int entry(int row) {
        return index.columns().getFirst().intAt(row);
    }

    /// The value of a channel, reached through its index.
    ///
    /// @param row dense index in the index layer
    /// @param field position in the data layer's layout
    public double value(int row, int field, int k) {
        int length = data.layout().fields().get(field).length();
        return data.columns().get(field).value(entry(row) * length + k);
    }

    static Result<Bank> flattened(Bank index, Bank data) {
        List<String> wrong = check(index, data);
        if (!wrong.isEmpty()) {
            return new Result.Failed<>(
                    ErrorCode.WRONG_STRUCTURE, "the layers do not fit each other", wrong);
        }
        Header header = Headers.untested(index).without(MAX_INDEX);
        var builder =
                BankBuilder.of(data.layout(), index.idScheme(), index.ids().toIntArray())
                        .header(header);
        for (int row = 0; row < index.size(); row++) {
            builder.copyValues(data, index.columns().getFirst().intAt(row), row);
            builder.flags()[row] = index.flags().intAt(row) | ChannelFlag.INDIRECT;
        }
        return Result.of(builder.freeze(index.journal()));
    }
}
