package tare.core.operation;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.channel.WorseFlag;
import tare.core.result.Result;

/// The result of a computation in the making: a value that cannot be computed becomes NaN, never a
/// number, and flags its channel.
final class Draft {
    static final int NOT_COMPUTED = FitStatus.NON_FINITE_RESULT.bits() | Quality.BAD.bits();

    private final BankBuilder builder;
    private final BitSet notComputed = new BitSet();

    Draft(Bank start, Header header) {
        builder = BankBuilder.of(start).header(header);
    }

    BankBuilder builder() {
        return builder;
    }

    /// Writes a value.
    ///
    /// @param at row · length + k
    /// @param isDefined whether what it was computed from was finite; if so, the result must be
    void put(int field, int at, double value, boolean isDefined) {
        var definition = builder.layout().fields().get(field);
        double stored = definition.type() == FieldType.F32 ? (float) value : value;
        boolean isFinite = Double.isFinite(stored);
        builder.set(field, at, isFinite || !isDefined ? value : Double.NaN);
        if (isDefined && !isFinite) notComputed.set(at / definition.length());
    }

    /// Writes an error or an rms, which is NaN where it cannot be computed.
    void putSpread(int field, int at, double value) {
        builder.set(field, at, Double.isFinite(value) ? value : Double.NaN);
    }

    /// Flags a channel for which there was nothing to compute from.
    void flagNotComputed(int row) {
        notComputed.set(row);
    }

    Result<Bank> result(Bank operand) {
        int[] flags = builder.flags();
        notComputed.stream().forEach(row -> flags[row] = WorseFlag.of(flags[row], NOT_COMPUTED));
        return Result.of(builder.freeze(operand.journal()), warnings());
    }

    private List<String> warnings() {
        if (notComputed.isEmpty()) return List.of();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d channels have no finite result, the first is %d; they are NaN and flagged",
                        notComputed.cardinality(),
                        builder.id(notComputed.nextSetBit(0))));
    }
}
