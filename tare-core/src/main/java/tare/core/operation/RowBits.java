package tare.core.operation;

import java.util.ArrayList;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.Column;

/// All values of one channel as bits, to be compared: NaN equals NaN, 0.0 differs from -0.0.
final class RowBits {
    private RowBits() {}

    static List<Long> of(Bank bank, int row) {
        var bits = new ArrayList<Long>();
        for (int f = 0; f < bank.columns().size(); f++) {
            int length = bank.layout().fields().get(f).length();
            for (int k = 0; k < length; k++) {
                bits.add(bits(bank.columns().get(f), row * length + k));
            }
        }
        return bits;
    }

    private static long bits(Column column, int at) {
        return switch (column.type()) {
            case I32 -> column.intAt(at);
            case F32 -> Float.floatToRawIntBits(column.floatAt(at));
            case I64 -> column.longAt(at);
            case F64 -> Double.doubleToRawLongBits(column.doubleAt(at));
        };
    }
}
