package tare.core.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Layouts;

/// One value field of a layout, with the field that says how sure it is.
///
/// @param value position of the value field
/// @param spread position of `rms` or of `x_error`, [#NONE] if there is neither
record Quantity(int value, int spread) {
    static final int NONE = -1;

    private static final String ERROR = "_error";

    boolean hasSpread() {
        return spread != NONE;
    }

    /// Whether a bank's values are means of samples, `ms/1` or `msn/1`.
    static boolean isSampled(Bank bank) {
        return Layouts.isMs(bank.layout()) || Layouts.isMsn(bank.layout());
    }

    /// The values of a bank that arithmetic is about.
    ///
    /// @throws Refusal if there are none
    static List<Quantity> of(Bank bank) {
        BankLayout layout = bank.layout();
        if (isSampled(bank)) {
            return List.of(new Quantity(layout.index("mean"), layout.index("rms")));
        }
        if (Layouts.isGeneric(layout)) {
            throw Refusal.wrongStructure(
                    "there is no arithmetic on %s, only on ms/1, msn/1 and layouts of detectors",
                    layout);
        }
        var names = layout.fields().stream().map(FieldDefinition::name).toList();
        var quantities = new ArrayList<Quantity>();
        for (int f = 0; f < names.size(); f++) {
            if (!isReal(layout.fields().get(f)) || isErrorOf(names, names.get(f))) continue;
            int error = names.indexOf(names.get(f) + ERROR);
            quantities.add(new Quantity(f, fits(layout, f, error) ? error : NONE));
        }
        if (quantities.isEmpty()) {
            throw Refusal.wrongStructure("layout %s has no F32 or F64 field", layout);
        }
        return quantities;
    }

    private static boolean isErrorOf(List<String> names, String name) {
        return name.endsWith(ERROR)
                && names.contains(name.substring(0, name.length() - ERROR.length()));
    }

    private static boolean fits(BankLayout layout, int value, int error) {
        return error != NONE
                && isReal(layout.fields().get(error))
                && layout.fields().get(error).length() == layout.fields().get(value).length();
    }

    static boolean isReal(FieldDefinition field) {
        return field.type() == FieldType.F32 || field.type() == FieldType.F64;
    }

    double[] values(Bank bank) {
        return bank.columns().get(value).toDoubleArray();
    }

    /// The error of each value: rms/√n, or the error field; 0 where a layout has none.
    double[] errors(Bank bank) {
        if (!hasSpread()) return new double[bank.columns().get(value).size()];
        double[] errors = bank.columns().get(spread).toDoubleArray();
        if (!isSampled(bank)) return errors;
        double[] n = counts(bank);
        for (int i = 0; i < errors.length; i++) {
            errors[i] = n[i] > 0 ? errors[i] / Math.sqrt(n[i]) : Double.NaN;
        }
        return errors;
    }

    /// Samples behind each mean: field `n`, or the header's pulses, or 1 where the header has none.
    static double[] counts(Bank bank) {
        if (Layouts.isMsn(bank.layout())) return bank.column("n").toDoubleArray();
        double[] counts = new double[bank.size()];
        Arrays.fill(counts, (double) Math.max(bank.header().pulses(), 1));
        return counts;
    }

    /// A number of samples as `n` holds it.
    ///
    /// @throws Refusal naming the channel if it holds no such number
    static int count(int channelId, long samples) {
        if (samples <= Integer.MAX_VALUE) return (int) samples;
        throw Refusal.badArgument(
                "channel %d would have %d samples, n holds %d at most",
                channelId, samples, Integer.MAX_VALUE);
    }
}
